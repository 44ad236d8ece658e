//! Tells by a file's first bytes what is no text file: a PDF, a Word document, a picture, a program.
//!
//! How text is encoded is `decode`'s.

/// What the bytes are, if they begin like a format that is known and not text: `a PDF file`.
pub(crate) fn known_format(bytes: &[u8]) -> Option<&'static str> {
    const FORMATS: &[(&[u8], &str)] = &[
        (b"%PDF-", "a PDF file"),
        (b"PK\x03\x04", "a ZIP, Word or Excel file"),
        (b"PK\x05\x06", "an empty ZIP file"),
        (b"\x89PNG", "a PNG picture"),
        (b"\xFF\xD8\xFF", "a JPEG picture"),
        (b"GIF8", "a GIF picture"),
        (b"II*\0", "a TIFF picture"),
        (b"MM\0*", "a TIFF picture"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Word or Excel file"),
        (b"{\\rtf", "an RTF file"),
        (b"\x1F\x8B", "a gzip archive"),
        (b"7z\xBC\xAF\x27\x1C", "a 7-Zip archive"),
        (b"Rar!\x1A\x07", "a RAR archive"),
        (b"SQLite format 3\0", "a SQLite database"),
        (b"\x7FELF", "a program"),
    ];
    let riff = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    FORMATS.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|f| f.1).or(riff.then_some("a WebP picture"))
}

/// Offset of the first control byte, when there are more than a text would hold (one in a hundred).
pub(crate) fn binary_at(bytes: &[u8]) -> Option<usize> {
    let control = |b: &u8| matches!(b, 0..=8 | 0x0E..=0x1A | 0x1C..=0x1F | 0x7F);
    let sample = &bytes[..bytes.len().min(1 << 16)];
    let first = sample.iter().position(control)?;
    let count = sample.iter().filter(|b| control(b)).count();
    (count * 100 > sample.len() || sample.contains(&0)).then_some(first)
}
