//! Words by their part in a name: 养殖 of 养殖基地 says what for, 相比之下 never names, 人均 makes another figure.

use crate::words::Words;

/// Verbs that after a noun name an amount with it: 合同引资, 意向成交, 户均减税.
pub(crate) const COMPOUND: [&str; 25] = [
    "引资", "成交", "减税", "引进", "到位", "创汇", "结汇", "分红", "用汇", "增收", "降本", "节能", "投产", "脱贫",
    "使用", "消费", "应用", "覆盖", "发行", "授信", "并网", "开票", "放款", "配置", "修缮",
];

/// Who acts: a noun that ends so is the subject of the verb after it, not part of a name.
pub(crate) const DOERS: [&str; 18] = [
    "企业",
    "公司",
    "项目",
    "群众",
    "居民",
    "农户",
    "市民",
    "游客",
    "学生",
    "村民",
    "我们",
    "平台",
    "产业",
    "合作社",
    "主体",
    "部门",
    "用户",
    "客户",
];

/// Predicates, comparisons and ways of reckoning that never name what is measured.
pub(crate) static NEVER: Words = Words::new(&[
    "前来",
    "村内",
    "镇内",
    "辖区内",
    "午后",
    "跳水",
    "夺回",
    "略高于",
    "略低于",
    "招满",
    "包揽",
    "紧随其后",
    "满足",
    "霸榜",
    "下穿",
    "这场",
    "这批",
    "这次",
    "此次",
    "销往",
    "发往",
    "运往",
    "送往",
    "远销",
    "流向",
    "环比",
    "同比",
    "享受",
    "其中",
    "相当于",
    "领跑",
    "折合",
    "约合",
    "转正",
    "均价为每吨",
    "居冠",
    "持平",
    "占据",
    "遥遥领先",
    "平均水平",
    "相比之下",
    "主要",
    "一路",
    "次之",
    "再次之",
    "居首",
    "居次",
    "稳",
    "名列前茅",
    "村均",
    "店均",
    "车均",
    "次均",
    "场均",
    "校均",
    "镇均",
    "实质性",
]);

/// The like, which may stand inside a name: 人均床位租金, 最高电网负荷.
pub(crate) static INNER: Words = Words::new(&[
    "人民币",
    "总体",
    "接连",
    "高峰期",
    "当天",
    "日均",
    "月均",
    "户均",
    "人均",
    "亩均",
    "计",
    "整体",
    "当季",
    "当月",
    "当日",
    "当期",
    "可比价",
    "不变价",
    "现价",
    "增产",
    "减产",
    "累计",
    "合计",
    "另有",
    "余下",
    "最高",
    "最低",
    "最多",
    "最快",
    "平时",
    "复合",
    "每月",
    "每天",
    "每日",
    "每周",
    "每股",
    "每小时",
    "每次",
    "每晚",
    "每学期",
    "每学年",
    "每吨",
    "每亩",
    "每人",
    "每户",
    "每公斤",
    "每斤",
    "每平方米",
    "人民币",
    "新台币",
    "港币",
    "稳定",
]);

/// 人均可支配收入, 亩均税收: a figure for each is another figure.
pub(crate) const PER: &[&str] =
    &["平均", "人均", "亩均", "户均", "村均", "日均", "月均", "店均", "车均", "次均", "场均", "校均", "镇均"];

/// What one does, before a place or body that does it: 养殖|基地, 培训|中心.
pub(crate) const FUNCTIONS: &[&str] = &[
    "生产", "销售", "种植", "养殖", "加工", "制造", "研发", "培训", "服务", "检测", "管理", "运输", "租赁", "交易",
    "回收", "处理", "交流", "合作", "融资", "采购", "供应", "孵化", "实训", "托管", "收购", "仓储", "转移", "转化",
    "示范", "推广", "扶贫", "帮扶", "监测", "救助", "展示", "体验", "集散", "配送", "投资", "担保", "接种", "养护",
];

/// Where or how people do what they do, behind them: 企业|现场|展销.
pub(crate) const ON_SPOT: [&str; 7] = ["现场", "在线", "当场", "同台", "同场", "现场办公", "登记注册"];

pub(crate) const BODIES: &[&str] = &[
    "基地",
    "中心",
    "平台",
    "机构",
    "园区",
    "站",
    "点",
    "车间",
    "工厂",
    "合作社",
    "门店",
    "网点",
    "大户",
    "大棚",
    "场所",
    "设施",
    "园",
    "场",
    "电站",
    "公寓",
    "驿站",
    "载体",
    "小区",
];

/// Only so much can be done by 企业 without another reading: 培训企业 are those trained.
pub(crate) const TRADES: &[&str] = &["生产", "销售", "种植", "养殖", "加工", "制造", "运输", "研发", "租赁", "回收"];

/// Verbs that before 总额 and 金额 are nouns: 授信总额, 用工人数.
pub(crate) const NOMINAL: &[&str] = &[
    "授信", "发行", "签约", "成交", "放贷", "用工", "纳税", "缴税", "出让", "退税", "减税", "募资", "筹资", "理赔",
    "赔付", "参保", "投保", "承保", "办结", "中标",
];

/// Stages a thing passes through: they say which are counted, 在建 of 在建项目.
pub(crate) const STAGES: [&str; 30] = [
    "新开工",
    "开工建设",
    "开工",
    "复工",
    "复产",
    "竣工投产",
    "竣工",
    "建成投产",
    "建成投用",
    "建成",
    "投产",
    "达产",
    "投用",
    "投运",
    "在建",
    "续建",
    "完工",
    "签约",
    "落地",
    "入库",
    "注销",
    "吊销",
    "退出",
    "出列",
    "摘牌",
    "通车",
    "交付",
    "注册",
    "备案",
    "供地",
];

/// How several do one thing: 联手投资.
pub(crate) const JOINTLY: &[&str] = &["联手", "联合", "共同", "合伙", "合作", "合资", "携手"];

/// 企业|各类|诉求: that all kinds are meant.
pub(crate) const ALL_KINDS: &[&str] = &["各类", "各项", "各种", "各级"];

/// Words that say no more than that things are meant: 高效节能电机等|产品.
pub(crate) const COLLECTIVE: [&str; 4] = ["产品", "设备", "作物", "物资"];
