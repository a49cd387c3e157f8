//! Where labels stand: beside their marks where there is room, else further off with a thin line to them.
//!
//! Everything is measured at the width of a narrow phone. A wider page only draws things further apart, so what
//! is clear of its neighbours there is clear of them everywhere.

/// A rectangle, y downwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Area {
    pub fn meets(&self, other: &Self) -> bool {
        self.x < other.x + other.width
            && other.x < self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }
}

/// How a text is tied to its x.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    /// The value of `text-anchor`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// A label in its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place {
    /// From the mark's x to where the text is tied.
    pub dx: f64,
    /// Top of the text.
    pub y: f64,
    pub anchor: Anchor,
    /// Ends of a line from mark to label, where they are apart.
    pub leader: Option<(f64, f64)>,
}

/// How good a place is for a label, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fit {
    /// Clear of everything.
    Clear,
    /// Its line crosses marks.
    LineOverMarks,
    /// Its line passes behind labels, and may cross marks.
    LineBehindLabels,
    /// It covers marks, and its line may pass behind labels: the theme puts paper behind letters.
    OverMarks,
}

/// The field in which labels may stand.
pub(super) struct Field {
    pub width: f64,
    pub bottom: f64,
    /// How far above the top they may go.
    pub above: f64,
    /// What labels must not cover; their lines may where there is no other room.
    pub marks: Vec<Area>,
    /// Labels placed before, with their lines.
    pub labels: Vec<Area>,
}

/// How many steps off its mark a label may stand.
const FURTHEST: i32 = 40;
/// Half a mark and some air.
const REACH: f64 = 9.0;

impl Field {
    /// Finds room for a text of this width and height at the mark at `x` that reaches from its top to its foot, and
    /// takes it. `sure`: rather over a mark than nowhere.
    pub fn place(&mut self, x: f64, reach: (f64, f64), size: (f64, f64), sure: bool) -> Option<Place> {
        let ((top, foot), (width, height)) = (reach, size);
        // The nearest place of each fit.
        let mut nearest: [Option<(Place, Area)>; 4] = [None; 4];
        for (place, area) in self.candidates(x, top, foot, width, height) {
            let Some(fit) = self.fit(x, &place, &area) else { continue };
            nearest[fit as usize].get_or_insert((place, area));
            if fit == Fit::Clear {
                break;
            }
        }
        let worst = if sure { Fit::OverMarks } else { Fit::LineOverMarks };
        let (place, area) = nearest.into_iter().take(worst as usize + 1).flatten().next()?;
        self.labels.push(area);
        self.labels.extend(leader(x, &place));
        Some(place)
    }

    /// True where a text would stand within the field and on nothing else.
    pub fn has_room(&self, area: &Area) -> bool {
        area.x >= -6.0
            && area.x + area.width <= self.width + 8.0
            && area.y >= -self.above
            && area.y + area.height <= self.bottom
            && !self.labels.iter().chain(&self.marks).any(|other| other.meets(area))
    }

    /// How a label fits there; none where it may not stand at all: outside, or on another label.
    fn fit(&self, x: f64, place: &Place, area: &Area) -> Option<Fit> {
        let within = area.x >= -6.0
            && area.x + area.width <= self.width + 8.0
            && area.y >= -self.above
            && area.y + area.height <= self.bottom - 3.0;
        let meets = |list: &[Area], own: &Area| list.iter().any(|other| other.meets(own));
        if !within || meets(&self.labels, area) {
            return None;
        }
        if meets(&self.marks, area) {
            return Some(Fit::OverMarks);
        }
        Some(match leader(x, place) {
            Some(line) if meets(&self.labels, &line) => Fit::LineBehindLabels,
            Some(line) if meets(&self.marks, &line) => Fit::LineOverMarks,
            _ => Fit::Clear,
        })
    }

    fn candidates(
        &self,
        x: f64,
        top: f64,
        foot: f64,
        width: f64,
        height: f64,
    ) -> impl Iterator<Item = (Place, Area)> + use<> {
        let beside = f64::midpoint(top, foot) - height / 2.0;
        let nearest = [
            put(x, REACH, beside, Anchor::Start, None, width, height),
            put(x, -REACH, beside, Anchor::End, None, width, height),
        ];
        let anchors = match x / self.width {
            part if part < 0.3 => [Anchor::Start, Anchor::Middle, Anchor::End],
            part if part > 0.7 => [Anchor::End, Anchor::Middle, Anchor::Start],
            _ => [Anchor::Middle, Anchor::Start, Anchor::End],
        };
        let further = (0..FURTHEST).flat_map(move |away| {
            let away = f64::from(away) * 8.0;
            let above = (top - REACH - height - away, (top - REACH - away + 1.0, top - 5.0));
            let below = (foot + REACH + away, (foot + 5.0, foot + REACH + away - 1.0));
            [above, below].into_iter().flat_map(move |(y, leader)| {
                let leader = (away > 0.0).then_some(leader);
                anchors.into_iter().map(move |anchor| {
                    let dx = match anchor {
                        Anchor::Start => -4.0,
                        Anchor::Middle => 0.0,
                        Anchor::End => 4.0,
                    };
                    put(x, dx, y, anchor, leader, width, height)
                })
            })
        });
        nearest.into_iter().chain(further)
    }
}

fn put(
    x: f64,
    dx: f64,
    y: f64,
    anchor: Anchor,
    leader: Option<(f64, f64)>,
    width: f64,
    height: f64,
) -> (Place, Area) {
    let left = match anchor {
        Anchor::Start => x + dx,
        Anchor::Middle => x + dx - width / 2.0,
        Anchor::End => x + dx - width,
    };
    (Place { dx, y, anchor, leader }, Area { x: left, y, width, height })
}

/// The ground a leader covers.
fn leader(x: f64, place: &Place) -> Option<Area> {
    let (from, to) = place.leader?;
    // Its last pixels touch its own mark.
    Some(Area { x: x - 1.0, y: from + 2.0, width: 2.0, height: (to - from - 4.0).max(0.0) })
}
