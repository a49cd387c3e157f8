//! Numbers with Korean or Chinese units: `1만 2천`, `3천여`, `1万2000`, `1.2만`.

/// A unit that is multiplied within ten thousand, and one that closes such a group.
fn unit(c: char) -> Option<u64> {
    Some(match c {
        '백' | '百' => 100,
        '천' | '千' => 1_000,
        '만' | '万' | '萬' => 10_000,
        '억' | '億' | '亿' => 100_000_000,
        _ => return None,
    })
}

/// What counts days: `1만 2024년` is no number of twelve thousand and twenty-four.
fn counts_days(c: char) -> bool {
    matches!(c, '년' | '월' | '일' | '年' | '月' | '日')
}

/// The number that begins with the digits at `start`, and where it ends; none where no unit follows them.
pub(super) fn number(text: &str, start: usize) -> Option<(usize, u64)> {
    let (mut total, mut section, mut least) = (0.0, 0.0, f64::INFINITY);
    let (mut at, mut end) = (start, None);
    loop {
        let length =
            text[at..].bytes().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'));
        let digits = text[at..at + length.count()].trim_end_matches([',', '.']);
        let value: f64 = digits.replace(',', "").parse().ok()?;
        let behind = at + digits.len();
        let next = text[behind..].chars().next();
        let scale = next.and_then(unit);
        #[allow(clippy::cast_precision_loss, reason = "units are small")]
        let own = scale.map_or(1.0, |scale| scale as f64);
        let fits = value * own < least && !(scale.is_none() && next.is_some_and(counts_days));
        if !fits || (end.is_none() && scale.is_none()) {
            break;
        }
        end = Some(behind + next.filter(|_| scale.is_some()).map_or(0, char::len_utf8));
        if own >= 10_000.0 {
            total += (section + value) * own;
            section = 0.0;
        } else {
            section += value * own;
        }
        least = own;
        let Some(stop) = end.filter(|_| scale.is_some()) else { break };
        at = stop + usize::from(text[stop..].starts_with(' '));
        if !text[at..].starts_with(|c: char| c.is_ascii_digit()) {
            break;
        }
    }
    let number: f64 = total + section;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and not below nought")]
    end.filter(|_| number.fract() == 0.0).map(|end| (end, number as u64))
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn units_are_multiplied_and_added() {
        for (text, written, value) in [
            ("1만 2천여 명", "1만 2천", 12_000),
            ("1만2000명", "1만2000", 12_000),
            ("1만 900명", "1만 900", 10_900),
            ("3천 명", "3천", 3_000),
            ("1.2만명", "1.2만", 12_000),
            ("1万2千人", "1万2千", 12_000),
            ("3천5백", "3천5백", 3_500),
            ("1만 2024년", "1만", 10_000),
            ("3천 2024", "3천", 3_000),
        ] {
            assert_eq!(number(text, 0), Some((written.len(), value)), "{text}");
        }
        for text in ["12000명", "2024년", "12,000", "3.14", "1."] {
            assert_eq!(number(text, 0), None, "{text}");
        }
    }
}
