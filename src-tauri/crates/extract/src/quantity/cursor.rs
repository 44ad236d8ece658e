//! Reading a text character by character in one common form: １ and 1, 億 and 亿, ％ and % are the same.
//!
//! Nothing is copied: a [`Cursor`] is an offset, a [`Near`] a few folded characters with their offsets.

use std::sync::LazyLock;

/// A place in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a> {
    pub text: &'a str,
    pub at: usize,
}

impl<'a> Cursor<'a> {
    pub fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    /// The next character as printed.
    #[inline]
    pub fn raw(self) -> Option<char> {
        let bytes = self.text.as_bytes();
        let first = *bytes.get(self.at)?;
        if first < 0x80 {
            return Some(char::from(first));
        }
        // Nearly every other character of a Chinese page has three bytes.
        if (0xe0..0xf0).contains(&first) {
            let (second, third) = (*bytes.get(self.at + 1)?, *bytes.get(self.at + 2)?);
            return char::from_u32(
                (u32::from(first & 15) << 12) | (u32::from(second & 63) << 6) | u32::from(third & 63),
            );
        }
        self.text.get(self.at..).and_then(|rest| rest.chars().next())
    }

    /// The next character in its common form.
    #[inline]
    pub fn peek(self) -> Option<char> {
        self.raw().map(fold)
    }

    /// The character before, in its common form.
    pub fn back(self) -> Option<char> {
        self.text.get(..self.at).and_then(|head| head.chars().next_back()).map(fold)
    }

    /// Past the next character.
    #[inline]
    pub fn step(self) -> Self {
        let width = match self.text.as_bytes().get(self.at) {
            None => 0,
            Some(..0x80) => 1,
            Some(..0xe0) => 2,
            Some(..0xf0) => 3,
            Some(_) => 4,
        };
        Self { at: self.at + width, ..self }
    }

    /// Whether a character that may be blank starts here, by its first byte alone.
    #[inline]
    fn may_be_blank(self) -> bool {
        self.text.as_bytes().get(self.at).is_some_and(|&byte| byte <= b' ' || matches!(byte, 0xc2 | 0xe2 | 0xe3 | 0xef))
    }

    /// Past zero-width characters, which print nothing.
    #[inline]
    pub fn skip_hidden(self) -> Self {
        if !self.may_be_blank() {
            return self;
        }
        self.skip(is_hidden)
    }

    /// Past blanks on the same line.
    #[inline]
    pub fn skip_spaces(self) -> Self {
        if !self.may_be_blank() {
            return self;
        }
        self.skip(|c| is_hidden(c) || is_space(c))
    }

    /// Past blanks and line ends.
    #[inline]
    pub fn skip_blanks(self) -> Self {
        if !self.may_be_blank() {
            return self;
        }
        self.skip(is_blank)
    }

    fn skip(mut self, wanted: impl Fn(char) -> bool) -> Self {
        // A run of blanks longer than this separates whatever stands on its two sides, and keeps every look-up short.
        for _ in 0..24 {
            match self.raw() {
                Some(c) if wanted(c) => self = self.step(),
                _ => break,
            }
        }
        self
    }

    /// Past `word`, compared in the common form, if it stands here.
    pub fn eat(mut self, word: &str) -> Option<Self> {
        for want in word.chars() {
            if self.peek()? != want {
                return None;
            }
            self = self.step();
        }
        Some(self)
    }

    /// Past `word` with blanks allowed between its characters.
    pub fn eat_loose(mut self, word: &str) -> Option<Self> {
        for want in word.chars() {
            self = self.skip_blanks();
            if self.peek()? != want {
                return None;
            }
            self = self.step();
        }
        Some(self)
    }
}

/// An offset in four bytes; no page has 4 GB.
fn narrow(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// How many characters a [`Near`] holds.
const REACH: usize = 24;

/// How many of them follow a number; words that say something of it are shorter.
const AHEAD: usize = 10;

/// The characters next to a number, nearest first, folded, without blanks.
#[derive(Clone, Debug)]
pub(super) struct Near {
    chars: [char; REACH],
    /// After each character on its far side: the byte offset there.
    edges: [u32; REACH],
    len: usize,
}

impl Near {
    /// What follows `at`; not past the line's end if `line` is set.
    pub fn after(text: &str, at: usize, line: bool) -> Self {
        let mut near = Self { chars: [' '; REACH], edges: [narrow(at); REACH], len: 0 };
        let mut place = at;
        for c in text[at..].chars().take(3 * REACH) {
            place += c.len_utf8();
            if near.len == AHEAD || (line && c == '\n') {
                break;
            }
            near.push(c, place);
        }
        near
    }

    /// What precedes `at`, nearest first, with the mark that ends the clause before.
    pub fn before(text: &str, at: usize, line: bool) -> Self {
        let mut near = Self { chars: [' '; REACH], edges: [narrow(at); REACH], len: 0 };
        let mut place = at;
        for c in text[..at].chars().rev().take(3 * REACH) {
            place -= c.len_utf8();
            if near.len == REACH || (line && c == '\n') {
                break;
            }
            near.push(c, place);
            if c != '\n' && ends_clause(c) && near.len > 1 {
                break;
            }
        }
        near
    }

    #[inline]
    fn push(&mut self, c: char, place: usize) {
        if !is_blank(c) {
            self.chars[self.len] = fold(c);
            self.edges[self.len] = narrow(place);
            self.len += 1;
        }
    }

    /// The `n`th character from the number.
    pub fn get(&self, n: usize) -> Option<char> {
        (n < self.len).then(|| self.chars[n])
    }

    /// The far edge of the first `n` characters.
    pub fn edge(&self, n: usize) -> usize {
        self.edges[n.clamp(1, REACH) - 1] as usize
    }

    /// Whether `word` follows, `skip` characters on.
    pub fn leads(&self, skip: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(i, c)| self.get(skip + i) == Some(c))
    }

    /// Whether `word` (in reading order) stands right before the number, `skip` characters off.
    pub fn tails(&self, skip: usize, word: &str) -> bool {
        word.chars().rev().enumerate().all(|(i, c)| self.get(skip + i) == Some(c))
    }

    /// The nearest characters up to the clause's end, in the order they are held.
    pub fn clause(&self) -> &[char] {
        let end = self.chars[..self.len].iter().position(|&c| ends_clause(c)).unwrap_or(self.len);
        &self.chars[..end]
    }

    /// Whether `word` (in reading order) stands before the number in its clause.
    pub fn clause_before_has(&self, word: &str) -> bool {
        let (clause, len) = (self.clause().len(), word.chars().count());
        (len..=clause).any(|end| self.tails(end - len, word))
    }
}

/// Punctuation that ends a clause.
pub(super) fn ends_clause(c: char) -> bool {
    matches!(c, '，' | ',' | '。' | '；' | ';' | '：' | ':' | '！' | '!' | '？' | '?' | '\n' | '…')
}

/// Punctuation of any kind, in the common form.
pub(super) fn is_mark(c: char) -> bool {
    ends_clause(c)
        || matches!(
            c,
            '、' | '('
                | ')'
                | '“'
                | '”'
                | '‘'
                | '’'
                | '《'
                | '》'
                | '"'
                | '\''
                | '['
                | ']'
                | '|'
                | '「'
                | '」'
                | '『'
                | '』'
                | '—'
                | '<'
                | '>'
                | '.'
        )
}

fn is_hidden(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}')
}

/// White space or nothing at all.
pub(super) fn is_blank(c: char) -> bool {
    // Ideographs and Latin letters are neither.
    if ('\u{3001}'..='\u{fefe}').contains(&c) || ('!'..='~').contains(&c) {
        return false;
    }
    is_hidden(c) || is_space(c) || matches!(c, '\n' | '\r')
}

/// The common form of every character of the basic plane, in one look-up.
static FOLDED: LazyLock<Vec<char>> =
    LazyLock::new(|| (0..=0xffff_u32).map(|code| char::from_u32(code).map_or('\u{fffd}', common)).collect());

/// Full-width forms to ASCII, traditional forms of what stands in and around amounts to simplified ones.
#[inline]
pub(super) fn fold(c: char) -> char {
    if c < '\u{100}' { c } else { FOLDED.get(c as usize).copied().unwrap_or(c) }
}

fn common(c: char) -> char {
    match c {
        '\u{0}'..='\u{ff}' => c,
        '，' | '；' | '：' | '！' | '？' => c,
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '﹪' => '%',
        '−' | '﹣' => '-',
        _ => simplify(c),
    }
}

#[rustfmt::skip]
fn simplify(c: char) -> char {
    match c {
        '萬' => '万', '億' => '亿', '兩' => '两', '個' => '个', '輛' => '辆', '噸' => '吨', '戶' => '户',
        '臺' => '台', '畝' => '亩', '頃' => '顷', '條' => '条', '項' => '项', '張' => '张', '間' => '间',
        '處' => '处', '場' => '场', '隻' => '只', '艦' => '舰', '員' => '员', '餘' => '余', '約' => '约',
        '達' => '达', '佔' => '占', '過' => '过', '將' => '将', '幾' => '几', '數' => '数', '點' => '点',
        '號' => '号', '時' => '时', '歲' => '岁', '週' => '周', '強' => '强', '級' => '级', '區' => '区',
        '縣' => '县', '鎮' => '镇', '鄉' => '乡', '圓' | '圆' => '元', '幣' => '币', '歐' => '欧',
        '鎊' => '镑', '韓' => '韩', '錢' => '钱', '釐' => '厘', '雙' => '双', '對' => '对', '種' => '种',
        '類' => '类', '門' => '门', '層' => '层', '棟' => '栋', '艙' => '舱', '頭' => '头', '顆' => '颗',
        '塊' => '块', '筆' => '笔', '組' => '组', '隊' => '队', '課' => '课', '從' => '从', '於' => '于',
        '為' => '为', '與' => '与', '內' => '内', '後' => '后', '滿' => '满', '計' => '计', '總' => '总',
        '額' => '额', '產' => '产', '業' => '业', '資' => '资', '銷' => '销', '營' => '营', '稅' => '税',
        '貿' => '贸', '國' => '国', '團' => '团', '廠' => '厂', '園' => '园', '積' => '积', '單' => '单',
        '價' => '价', '車' => '车', '機' => '机', '標' => '标', '準' => '准', '電' => '电', '體' => '体',
        '擔' => '担', '負' => '负', '來' => '来', '長' => '长', '學' => '学', '醫' => '医', '線' => '线',
        '樓' => '楼', '橋' => '桥', '節' => '节', '屆' => '届', '併' => '并', '盞' => '盏', '冊' => '册',
        '輪' => '轮', '劇' => '剧', '無' => '无', '僅' => '仅', '書' => '书', '戰' => '战', '結' => '结',
        '構' => '构', '齡' => '龄', '壽' => '寿', '極' => '极', '優' => '优', '評' => '评', '職' => '职',
        '領' => '领', '術' => '术', '專' => '专', '創' => '创', '發' => '发', '檢' => '检', '測' => '测',
        '驗' => '验', '廣' => '广', '聯' => '联', '網' => '网', '濟' => '济', '續' => '续', '繳' => '缴',
        '獲' => '获', '設' => '设', '備' => '备', '診' => '诊', '療' => '疗', '廳' => '厅', '賽' => '赛',
        '獎' => '奖', '違' => '违', '規' => '规', '環' => '环', '縮' => '缩', '漲' => '涨', '減' => '减',
        '較' => '较', '磚' => '砖', '臨' => '临', '鄰' => '邻', '親' => '亲', '陸' => '陆', '貳' => '贰',
        '參' => '参', '離' => '离', '賣' => '卖', '買' => '买', '貨' => '货', '費' => '费', '貸' => '贷',
        '債' => '债', '進' => '进', '運' => '运', '連' => '连', '還' => '还', '這' => '这', '適' => '适',
        '遠' => '远', '選' => '选', '遞' => '递', '開' => '开', '關' => '关', '東' => '东', '樂' => '乐',
        '劃' => '划', '動' => '动', '務' => '务', '勝' => '胜', '勞' => '劳', '劑' => '剂', '劍' => '剑',
        '純' => '纯', '紀' => '纪', '紙' => '纸', '統' => '统', '維' => '维', '綠' => '绿', '繼' => '继',
        '給' => '给', '別' => '别', '佈' => '布', '傳' => '传', '儲' => '储', '側' => '侧', '償' => '偿',
        '傷' => '伤', '們' => '们', '倉' => '仓', '儀' => '仪',
        _ => c,
    }
}
