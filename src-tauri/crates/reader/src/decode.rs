//! Bytes to text: UTF-8, UTF-16, GB18030 and Big5, told by byte order mark or by what the bytes are.
//!
//! What cannot be told is refused with the byte where it failed, never guessed into wrong characters.

use crate::content::binary_at;
use crate::error::Error;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, DecoderResult, EUC_JP, EUC_KR, Encoding, GB18030, GBK, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE};

/// Decoded text without its byte order mark, and the encoding's name.
pub(crate) type Decoded = (String, &'static str);

/// Decodes as `label` says, else by byte order mark, else by detection.
pub(crate) fn decode(name: &str, bytes: &[u8], label: Option<&str>) -> Result<Decoded, Error> {
    if let Some(label) = label {
        return as_named(name, bytes, label);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return strict(encoding, &bytes[mark..]).map_err(|at| {
            wrong(name, at + mark, &format!("no {}, though the file's byte order mark says so", encoding.name()))
        });
    }
    detect(name, bytes)
}

fn as_named(name: &str, bytes: &[u8], label: &str) -> Result<Decoded, Error> {
    let unknown = || Error::UnknownEncoding { name: name.to_owned(), label: label.to_owned() };
    let named = Encoding::for_label(label.trim().as_bytes()).ok_or_else(unknown)?;
    // GB18030 holds all of GBK, and files called GBK or GB2312 often use the larger set.
    let encoding = if named == GBK { GB18030 } else { named };
    let mark = Encoding::for_bom(bytes).filter(|(e, _)| *e == encoding).map_or(0, |(_, mark)| mark);
    strict(encoding, &bytes[mark..]).map_err(|at| wrong(name, at + mark, &format!("not {}", encoding.name())))
}

fn detect(name: &str, bytes: &[u8]) -> Result<Decoded, Error> {
    if let Some(decoded) = bytes.contains(&0).then(|| utf16_without_mark(bytes)).flatten() {
        return Ok(decoded);
    }
    let binary = binary_at(bytes);
    let utf8_fails = match std::str::from_utf8(bytes) {
        Ok(text) => {
            return binary.map_or_else(
                || Ok((text.to_owned(), UTF_8.name())),
                |offset| Err(Error::Binary { name: name.to_owned(), offset }),
            );
        }
        Err(e) => e.valid_up_to(),
    };
    if let Some(decoded) = utf16_without_mark(bytes) {
        return Ok(decoded);
    }
    match binary {
        Some(offset) => Err(Error::Binary { name: name.to_owned(), offset }),
        None => multibyte(bytes).map_err(|at| wrong(name, at.max(utf8_fails), "neither UTF-8 nor GB18030")),
    }
}

/// GB18030 or Big5, whichever the bytes are; else the offset where GB18030 failed.
fn multibyte(bytes: &[u8]) -> Result<Decoded, usize> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(1 << 20)], true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    if guess == BIG5
        && let Ok(decoded) = strict(BIG5, bytes)
    {
        return Ok(decoded);
    }
    let asian = [SHIFT_JIS, EUC_JP, EUC_KR].contains(&guess);
    let decoded = strict(GB18030, bytes)?;
    let likely = guess == GBK || guess == GB18030 || !asian;
    if likely && common_share(&decoded.0) >= 0.9 { Ok(decoded) } else { Err(0) }
}

/// UTF-16 told by its characters alone: line ends, digits, Chinese characters and their punctuation.
fn utf16_without_mark(bytes: &[u8]) -> Option<Decoded> {
    let sample = &bytes[..bytes.len().min(1 << 16) / 2 * 2];
    // Pairs of ASCII letters look like rare Chinese characters; UTF-16 is half zeros or half high bytes instead.
    let letters = sample.iter().filter(|b| matches!(b, 0x20..=0x7E)).count();
    if !bytes.len().is_multiple_of(2) || letters * 5 > sample.len() * 4 {
        return None;
    }
    let share = |unit: fn([u8; 2]) -> u16| {
        let likely = |u: u16| matches!(u, 9 | 10 | 13 | 0x20..=0x7E | 0x2010..=0x203B | 0x3000..=0x301F | 0x4E00..=0x9FA5 | 0xFF01..=0xFF5E);
        sample.chunks_exact(2).filter(|c| likely(unit([c[0], c[1]]))).count() as f64 / (sample.len() / 2).max(1) as f64
    };
    let (little, big) = (share(u16::from_le_bytes), share(u16::from_be_bytes));
    let encoding = if little >= big { UTF_16LE } else { UTF_16BE };
    (little.max(big) >= 0.97).then(|| strict(encoding, bytes).ok()).flatten()
}

/// Share of the characters beyond ASCII that Chinese text in print is made of.
fn common_share(text: &str) -> f64 {
    let beyond = text.chars().filter(|c| !c.is_ascii()).take(1 << 14);
    let (mut all, mut common) = (0_usize, 0_usize);
    for c in beyond {
        all += 1;
        let mut buffer = [0; 4];
        let (bytes, _, failed) = GBK.encode(c.encode_utf8(&mut buffer));
        // Rows 1 to 3 and 16 to 87 of GB 2312: punctuation, full-width letters, the hanzi in use.
        let plain = matches!(*bytes, [0xA1..=0xA3 | 0xB0..=0xF7, 0xA1..=0xFE]);
        common += usize::from(!failed && plain);
    }
    if all == 0 { 0.0 } else { common as f64 / all as f64 }
}

/// Decodes the whole of `bytes`, or says at which byte that fails.
fn strict(encoding: &'static Encoding, bytes: &[u8]) -> Result<Decoded, usize> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len()).ok_or(0_usize)?;
    let mut text = String::with_capacity(room);
    let (result, read) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
    match result {
        DecoderResult::InputEmpty => {
            text.shrink_to_fit();
            Ok((text, encoding.name()))
        }
        DecoderResult::Malformed(length, after) => Err(read.saturating_sub(usize::from(length) + usize::from(after))),
        DecoderResult::OutputFull => Err(read),
    }
}

fn wrong(name: &str, offset: usize, found: &str) -> Error {
    Error::Encoding { name: name.to_owned(), offset, found: found.to_owned() }
}
