//! What part a name plays in its clause: 昆山实现产值5亿元 is about 昆山, 增速高于全国 is not about 全国.

use super::heading::past_tags;
use super::lexicon::{Level, WORDS};
use super::mention::Form;
use super::topic::is_founded;
use super::{SubjectKind, SubjectMention};
use crate::chars::{among, is_letter};
use tidemark_model::{PlaceKind, Span};

/// Whether the clause is about the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// What the clause is about.
    Topic,
    /// A place of origin, a comparison, an object, part of a description.
    Other,
}

/// The role of `mention` in its `clause`; `before` is the mention before it with its role.
pub(super) fn role(
    text: &str,
    clause: Span,
    mention: &SubjectMention,
    before: Option<(&SubjectMention, Role)>,
) -> Role {
    let left = &text[clause.start..mention.range.start.max(clause.start)];
    let right = &text[mention.range.end.min(text.len())..];
    if described(mention, right) || mention.form == Form::Byline || sited(&text[..mention.range.start]) {
        return Role::Other;
    }
    // 项目名称：|望潮路工程, 首个重大项目——|望潮产业园
    if left.is_empty() && text[..clause.start].ends_with("名称：") || left.ends_with("——") || is_founded(left, mention)
    {
        return Role::Topic;
    }
    if let Some((earlier, role)) = before.filter(|(earlier, _)| earlier.range.end > clause.start) {
        let between = text.get(earlier.range.end..mention.range.start).unwrap_or("");
        // 江海市生态环境局|临江分局
        let branch = between.is_empty() && earlier.form == Form::Agency && mention.form == Form::Agency;
        if branch || matches!(between, "、" | "和" | "与" | "及" | "以及") {
            return role;
        }
    }
    if alone(text, clause, mention)
        || listed(&text[mention.range.end..clause.end.max(mention.range.end)])
        || route(mention, right)
    {
        return Role::Other;
    }
    if source(text, clause, mention, right) {
        return Role::Other;
    }
    let residue = residue(left);
    // 除|北海等客源市场外
    if residue.starts_with('除') {
        return Role::Other;
    }
    // 比排名第一的|义乌少了9597元
    if residue.starts_with(['比', '较']) && mention.is_place() {
        return Role::Other;
    }
    if aside(residue, right)
        || mention.kind == SubjectKind::Project
            && !residue.ends_with('的')
            && !spoken_of(right)
            && !long(mention, residue)
    {
        return Role::Other;
    }
    let anaphor =
        matches!(mention.form, Form::Deictic(Level::Organisation | Level::Project | Level::Zone | Level::Event));
    let whole =
        mention.kind == SubjectKind::Place(PlaceKind::Country) || matches!(mention.form, Form::Deictic(_)) && !anaphor;
    // 国内 is where, hardly ever whose.
    // 走进|全国人民的视野 goes into no country.
    let people = is_entered(residue) && ["人民", "观众", "游客"].iter().any(|who| right.starts_with(who));
    let inside =
        mention.kind == SubjectKind::Place(PlaceKind::Country) && (mention.range.slice(text) == "国内" || people);
    let quoted = left.ends_with(['“', '《', '‘', '「']) && mention.is_place();
    if inside || whole && quoted {
        return Role::Other;
    }
    let free = residue.is_empty()
        || !anaphor && !whole && residue.ends_with(['的', '之', '中', '，']) && !object(residue)
        || scene(residue)
        || visited(residue, right)
        || residue == "在" && setting(right);
    if free { Role::Topic } else { Role::Other }
}

/// What stands between the clause's beginning and the name once dates, connectives and brackets are cut.
fn residue(left: &str) -> &str {
    let mut rest = past_tags(left);
    loop {
        // 上半年 is cut before 上 by itself.
        let cut = rest.trim_start_matches(|c: char| !c.is_alphabetic());
        // 近5年
        let cut =
            cut.strip_prefix(['近', '在']).filter(|cut| cut.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(cut);
        let cut = WORDS.opener.strip_front(cut);
        let cut = cut.trim_start_matches(|c: char| !is_letter(c) || among(c, "年月日号上下季"));
        if cut.len() == rest.len() {
            // 如|望潮健身中心项目是…
            let rest = if rest == "如" { "" } else { rest };
            let rest = rest.trim_end_matches(|c: char| !c.is_alphanumeric());
            // 民企|湖南江海有限公司
            let kind = rest.ends_with(['企', '业']) && WORDS.describing.strip_front(rest).is_empty();
            return if kind { "" } else { rest };
        }
        rest = cut;
    }
}

/// 项目位置：|临江区, 建设单位：|…: a field of a form, not what the form is about.
fn sited(before: &str) -> bool {
    let field = before.trim_end().strip_suffix(['：', ':']);
    field.is_some_and(|field| WORDS.site.longest_at_end(field) > 0)
}

/// 同样向好的还有|正泰集团, 增速最快的是|临江区, 记者从|江北区建设局
fn scene(residue: &str) -> bool {
    ["还有", "记者从", "记者在", "的是", "的为", "的有", "当属", "批复设立", "批准设立", "更名为"]
        .iter()
        .any(|word| residue.ends_with(word))
}

/// 是国内最具规模的|产业园区, 主要实施自主研发的|生产项目: what it is or does.
fn object(residue: &str) -> bool {
    const VERBS: [&str; 21] = [
        "接规划",
        "接在建",
        "接已建",
        "连接",
        "对接",
        "衔接",
        "途经",
        "主要",
        "实施",
        "建设",
        "打造",
        "推进",
        "开展",
        "生产",
        "发展",
        "新建",
        "谋划",
        "形成",
        "建成",
        "成为",
        "作为",
    ];
    let even = ["便是", "尤其是", "特别是", "即使是", "还是", "就是"].iter().any(|word| residue.contains(word));
    // 新建的|望潮中学位于江边
    if residue.strip_suffix('的').is_some_and(|verb| verb.chars().count() <= 4 && WORDS.generic.uncovered(verb) == 0) {
        return false;
    }
    residue.contains('是') && !even || VERBS.iter().any(|verb| residue.starts_with(verb))
}

/// Whether the words end in 走进 or the like.
pub(super) fn is_entered(before: &str) -> bool {
    ["走进", "来到", "走访", "探访", "步入", "踏入"].iter().any(|verb| before.ends_with(verb))
}

/// 在|望潮公司|生产车间，: where the story is set.
fn setting(right: &str) -> bool {
    let end = right.char_indices().take(7).find(|&(_, c)| matches!(c, '，' | ',')).map(|(at, _)| at);
    const SPOTS: [&str; 14] =
        ["车间", "现场", "基地", "园", "厂区", "厂房", "工地", "展厅", "大厅", "田间", "地头", "门口", "里", "内"];
    let spot = |words: &str| words.is_empty() || SPOTS.iter().any(|spot| words.ends_with(spot));
    end.is_some_and(|end| spot(&right[..end]) && right[..end].chars().all(is_letter))
}

/// 走进|江海公司的车间, 从|湖北省交通厅获悉, 记者近日在|长垣采访了解到
fn visited(residue: &str, right: &str) -> bool {
    let entered = is_entered(residue);
    let told = ["采访", "了解", "获悉", "看到", "见到", "走访", "调研", "来看", "宣布"]
        .iter()
        .any(|verb| right.starts_with(verb));
    let reporter = residue.contains("记者") || residue.contains("笔者");
    // 在|望潮大桥施工现场，施工人员…
    let site = ["施工现场", "建设现场", "项目现场", "建设工地", "工地"].iter().any(|site| right.starts_with(site));
    entered || site && residue == "在" || told && (matches!(residue, "从" | "在") || reporter && residue.contains('在'))
}

/// 为了建设先进的|生产基地 is a purpose, 精磨生产线|上 a spot.
fn aside(residue: &str, right: &str) -> bool {
    let purpose = ["为了", "通过", "随着", "围绕", "针对", "经过", "按照", "为建", "为打造", "为加快", "为推"];
    let spot = ["上，", "里，", "内，", "中，", "旁，", "上,", "里,", "内,"];
    purpose.iter().any(|word| residue.starts_with(word))
        || residue.is_empty() && (spot.iter().any(|word| right.starts_with(word)) || at_gate(right))
}

/// 石桥村|委会门前: where something happened.
fn at_gate(right: &str) -> bool {
    let right = ["村委会", "委会"].iter().find_map(|seat| right.strip_prefix(seat)).unwrap_or(right);
    ["门前", "门口", "村口", "附近"].iter().any(|spot| right.starts_with(spot))
}

/// Whether a project's name is followed by something said of the project, not by more of a description.
fn spoken_of(right: &str) -> bool {
    let right = right.trim_start_matches(|c: char| c == '”' || c == '》' || c.is_whitespace());
    // 望潮大桥|长7500米
    let sized = right.strip_prefix(['长', '宽', '高', '重']).is_some_and(|rest| {
        rest.trim_start_matches(['约', '达', '近', '超']).starts_with(|c: char| c.is_ascii_digit())
    });
    sized
        || right.chars().next().is_none_or(|c| !c.is_alphabetic())
        || WORDS.said_of_project.longest_at_start(right) > 0
}

/// 望潮顾问|发布百强榜单, 国家发改委|审查报告: who says or grants it, not whose it is.
fn source(text: &str, clause: Span, mention: &SubjectMention, right: &str) -> bool {
    if mention.kind != SubjectKind::Organisation {
        return false;
    }
    // 江海大学|教授陈某: where a person is from
    if ["院士", "教授", "研究员", "学者"].iter().any(|title| right.starts_with(title)) {
        return true;
    }
    let ministry = WORDS.national.has(mention.range.slice(text));
    let rest = text.get(mention.range.end..clause.end).unwrap_or("");
    let publishes = ["发布", "公布", "推出"].iter().any(|word| right.starts_with(word));
    let points = right.starts_with("指出") || right.starts_with("认为");
    ministry && WORDS.acts.longest_at_start(right) == 0 || publishes && WORDS.listing.within(rest) || points
}

/// 望岭循环经济示范工程20万千瓦风电项目|全容量并网: so long a name at the head of a clause is what it is about.
fn long(mention: &SubjectMention, residue: &str) -> bool {
    residue.is_empty() && mention.form == Form::Name && mention.name.chars().count() >= 10
}

/// 分别位于…，|青禾县柳溪镇|，: a member of a list that fills its clause, and the clause is not the first.
fn alone(text: &str, clause: Span, mention: &SubjectMention) -> bool {
    let rest = text[mention.range.end..clause.end.max(mention.range.end)].trim();
    let first = text[..clause.start].ends_with(['，', ',']);
    mention.is_place() && mention.range.start == clause.start && first && matches!(rest, "，" | ",")
}

/// 集宁|至各旗县: where from.
fn route(mention: &SubjectMention, right: &str) -> bool {
    // 昆山|到南通仅需1小时, but 昆山到2025年, 昆山到目前
    let to = || {
        right.strip_prefix('到').is_some_and(|rest| {
            !rest.starts_with(|c: char| c.is_ascii_digit() || among(c, "今去明后年目底期达位访场来处了“"))
        })
    };
    // 望岭县|城至终点
    let right = right.strip_prefix('城').unwrap_or(right);
    mention.is_place() && (right.starts_with('至') || to())
}

/// 望潮大桥、江海隧道等项目: examples of what the sentence is about.
fn listed(right: &str) -> bool {
    let right = right.trim_start_matches(['”', '》']);
    let right = if right.starts_with(['（', '(']) {
        right.trim_start_matches(|c| !matches!(c, '）' | ')')).trim_start_matches(['）', ')'])
    } else {
        right
    };
    if right.starts_with('等') && !right.starts_with("等于") {
        return true;
    }
    let Some(rest) = right.strip_prefix('、') else { return false };
    rest.find('等').is_some_and(|at| rest[..at].chars().count() <= 40 && !rest[..at].contains(['，', ',', '。', '；']))
}

/// 全国首个, 企业家, 项目建设: no name of whose figures follow.
fn described(mention: &SubjectMention, right: &str) -> bool {
    let nation = mention.kind == SubjectKind::Place(PlaceKind::Country) || matches!(mention.form, Form::Deictic(_));
    let first = [
        "首", "唯一", "第", "最", "领先", "前", "百强", "重点", "著名", "知名", "人大", "政协", "两会", "各地", "统一",
        "范围",
    ];
    let word = [
        "家",
        "们",
        "数",
        "建设",
        "推进",
        "谋划",
        "投资建设",
        "引进",
        "名称",
        "总数",
        "个数",
        "数量",
        "投资建设",
        "开工",
        "签约",
        "落地",
        "招引",
        "化",
    ];
    let near = right.char_indices().nth(12).map_or(right, |(end, _)| &right[..end]);
    let ranked = || near.contains("00强") || near.contains("百强");
    // 我国|海拔最高风电项目
    let most =
        || right.split(['，', ',', '的', '。']).next().is_some_and(|words| words.chars().take(6).any(|c| c == '最'));
    nation && (ranked() || most() || first.iter().any(|w| right.starts_with(w)))
        || matches!(mention.form, Form::Deictic(Level::Organisation | Level::Project))
            && word.iter().any(|w| right.starts_with(w))
}
