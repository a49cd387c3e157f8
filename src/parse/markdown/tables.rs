//! Tables: in a box that scrolls by itself and can be reached by keyboard.

use super::writer::Writer;
use pulldown_cmark::Alignment;

/// The table being written.
pub(super) struct Columns {
    alignments: Vec<Alignment>,
    next: usize,
    in_head: bool,
    has_rows: bool,
}

impl Writer<'_, '_> {
    /// Opens a table.
    pub(super) fn table(&mut self, alignments: &[Alignment]) {
        self.columns =
            Some(Columns { alignments: alignments.to_vec(), next: 0, in_head: false, has_rows: false });
        let number = self.draft.next_table();
        let label = format!("aria-label=\"Table {number}\"");
        let start = format!("<div class=\"table-wrap\" role=\"region\" tabindex=\"0\" {label}><table>\n");
        self.open(&start, "</table></div>\n");
    }

    /// Opens the row of headers.
    pub(super) fn table_head(&mut self) {
        if let Some(columns) = &mut self.columns {
            columns.in_head = true;
            columns.next = 0;
        }
        self.open("<thead><tr>", "</tr></thead>\n");
    }

    /// Opens a row, and the table's body before the first.
    pub(super) fn table_row(&mut self) {
        let mut is_first = false;
        if let Some(columns) = &mut self.columns {
            is_first = !columns.has_rows;
            columns.has_rows = true;
            columns.in_head = false;
            columns.next = 0;
        }
        self.open(if is_first { "<tbody>\n<tr>" } else { "<tr>" }, "</tr>\n");
    }

    /// Opens a cell.
    pub(super) fn table_cell(&mut self) {
        let (in_head, alignment) = match &mut self.columns {
            Some(columns) => {
                columns.next += 1;
                (columns.in_head, columns.alignments.get(columns.next - 1).copied())
            }
            None => (false, None),
        };
        self.flow.markup(if in_head { "<th scope=\"col\"" } else { "<td" });
        self.flow.markup(match alignment {
            Some(Alignment::Left) => " class=\"align-left\"",
            Some(Alignment::Center) => " class=\"align-center\"",
            Some(Alignment::Right) => " class=\"align-right\"",
            Some(Alignment::None) | None => "",
        });
        self.open(">", if in_head { "</th>" } else { "</td>" });
    }

    /// Closes the body of the table that ends.
    pub(super) fn end_table(&mut self) {
        if self.columns.take().is_some_and(|columns| columns.has_rows) {
            self.flow.markup("</tbody>");
        }
    }
}
