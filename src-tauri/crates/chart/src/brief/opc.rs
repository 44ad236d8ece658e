//! A package of parts as Word reads it: a ZIP file with nothing in it that changes from one day to the next.

use miniz_oxide::deflate::compress_to_vec;

/// 1 January 1980, the first day a ZIP file knows.
const DAY: u16 = 0x0021;
/// Deflate, with names in UTF-8.
const METHOD: u16 = 8;
const FLAGS: u16 = 0x0800;
const LEVEL: u8 = 6;

/// The parts, each with its name, as one file.
pub(super) fn package(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let (mut file, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in parts {
        let packed = compress_to_vec(bytes, LEVEL);
        let offset = long(file.len());
        let head = header(name, bytes, &packed);
        file.extend(b"PK\x03\x04\x14\x00");
        file.extend(&head);
        file.extend(name.as_bytes());
        file.extend(&packed);
        directory.extend(b"PK\x01\x02\x14\x00\x14\x00");
        directory.extend(&head);
        // No comment, first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(offset);
        directory.extend(name.as_bytes());
    }
    let count = u16::try_from(parts.len()).unwrap_or(u16::MAX).to_le_bytes();
    let end = [b"PK\x05\x06\0\0\0\0".to_vec(), count.to_vec(), count.to_vec()].concat();
    let sizes = [long(directory.len()), long(file.len())].concat();
    [file, directory, end, sizes, vec![0, 0]].concat()
}

/// What stands alike before a part and in the directory.
fn header(name: &str, bytes: &[u8], packed: &[u8]) -> Vec<u8> {
    let short = |v: u16| v.to_le_bytes().to_vec();
    let name = u16::try_from(name.len()).unwrap_or(u16::MAX);
    let sum = crc32fast::hash(bytes).to_le_bytes().to_vec();
    let before = [short(FLAGS), short(METHOD), short(0), short(DAY), sum];
    let after = [long(packed.len()).to_vec(), long(bytes.len()).to_vec(), short(name), short(0)];
    [before.concat(), after.concat()].concat()
}

fn long(value: usize) -> [u8; 4] {
    u32::try_from(value).unwrap_or(u32::MAX).to_le_bytes()
}
