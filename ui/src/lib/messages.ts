// Every word the window says, by key, in Chinese and English. A code from Rust has its sentence here as `error.CODE`.
import { settings } from './settings.svelte';

const table = {
  'app.name': ['潮位', 'Tidemark'],

  'nav.label': ['主导航', 'Main'],
  'nav.dashboard': ['看板', 'Dashboard'],
  'nav.indicators': ['指标', 'Indicators'],
  'nav.observations': ['观测数据', 'Observations'],
  'nav.pages': ['版面', 'Pages'],
  'nav.places': ['地区', 'Places'],
  'nav.organisations': ['机构与企业', 'Organisations'],

  'library.menu': ['资料库', 'Library'],
  'library.new': ['新建资料库…', 'New library…'],
  'library.open': ['打开资料库…', 'Open library…'],
  'library.save-as': ['另存为…', 'Save as…'],
  'library.files': ['潮位资料库', 'Tidemark library'],
  'library.opened': ['已打开资料库「{name}」', 'Opened library “{name}”'],
  'library.saved': ['已另存为「{name}」', 'Saved as “{name}”'],

  'settings.menu': ['设置', 'Settings'],
  'settings.theme': ['外观', 'Look'],
  'settings.theme.auto': ['跟随系统', 'System'],
  'settings.theme.light': ['浅色', 'Light'],
  'settings.theme.dark': ['深色', 'Dark'],
  'settings.language': ['语言', 'Language'],

  'search.label': ['搜索观测数据', 'Search observations'],
  'search.placeholder': ['搜索指标、地区、原文…', 'Search indicator, place, text…'],

  'import.button': ['导入版面', 'Import pages'],
  'import.choose': ['选择版面文件', 'Choose page files'],
  'import.files': ['版面文件', 'Page files'],
  'import.any': ['所有文件', 'All files'],
  'import.drop': ['松开，导入这些版面', 'Drop to import these pages'],
  'import.drop.hint': ['{count} 个文件', '{count} files'],
  'import.running': ['正在导入', 'Importing'],
  'import.progress': ['{done} / {total}', '{done} / {total}'],
  'import.summary': ['导入结果', 'Import'],
  'import.imported': ['{count} 份已导入', '{count} imported'],
  'import.unchanged': ['{count} 份已在库中', '{count} already there'],
  'import.failed': ['{count} 份未能读入', '{count} could not be read'],
  'import.outcome.imported': [
    '{articles} 篇文章，{observations} 条观测',
    '{articles} articles, {observations} observations',
  ],
  'import.outcome.none': ['{articles} 篇文章，没有统计数字', '{articles} articles, no statistics'],
  'import.outcome.unchanged': ['内容与「{name}」相同，没有重复导入', 'Same as “{name}”; nothing was added'],
  'import.details': ['详情', 'Details'],
  'import.context': ['刊期和地区没认对？', 'Date or place not right?'],
  'import.context.apply': ['应用并重新识别', 'Apply and read again'],
  'import.context.done': ['已按新的刊期和地区重新识别', 'Read again with the new date and place'],
  'import.empty': ['没有收到文件', 'No files'],

  'context.date': ['刊期', 'Issue date'],
  'context.date.hint': ['如 2024、2024-03、2024-03-19', '2024, 2024-03 or 2024-03-19'],
  'context.date.bad': ['请写成 2024、2024-03 或 2024-03-19', 'Write 2024, 2024-03 or 2024-03-19'],
  'context.home': ['本报所在地', 'Home place'],
  'context.home.hint': ['文中“全区”“我市”所指，如 余杭区', 'What 全区 and 我市 mean'],

  'empty.title': ['把报纸版面拖到这里', 'Drop a newspaper page here'],
  'empty.text': [
    '潮位读出版面里的统计数字，画成可以打印的图；图上每一处都能打开它背后的那句原文。',
    'Tidemark reads the statistics out of the page and draws charts to print; every mark opens the sentence behind it.',
  ],
  'empty.samples': ['先看示例版面', 'Try the sample pages'],
  'empty.formats': ['目前读取文本文件：UTF-8、UTF-16、GB18030', 'Text files: UTF-8, UTF-16, GB18030'],

  'dashboard.period': ['时期', 'Period'],
  'dashboard.basis': ['依据 {pages} 份版面、{observations} 条观测', 'from {pages} pages, {observations} observations'],
  'dashboard.figures': ['主要数字', 'Headline figures'],
  'dashboard.nothing': ['此地此时期没有能画成图的数字', 'Nothing to draw for this place and period'],
  'dashboard.nothing.hint': ['换一个时期或地区，或在“观测数据”里查看', 'Choose another, or see the observations'],

  'chart.export': ['导出', 'Export'],
  'chart.print': ['打印', 'Print'],
  'chart.table': ['数据表', 'Data table'],
  'chart.picture': ['图', 'Chart'],
  'chart.marks': [
    '{title}：{count} 个图形，方向键移动，回车查看原文',
    '{title}: {count} marks, arrows to move, Enter for the source',
  ],
  'chart.open': ['查看原文', 'Show the source'],
  'chart.failed': ['图没有画成', 'The chart could not be drawn'],

  'export.title': ['导出图表', 'Export chart'],
  'export.print.title': ['打印图表', 'Print chart'],
  'export.format': ['格式', 'Format'],
  'export.format.pdf': ['PDF · 打印，文字可选', 'PDF · to print, text selectable'],
  'export.format.svg': ['SVG · 可继续编辑', 'SVG · to edit'],
  'export.format.png': ['PNG · 放进文档', 'PNG · for documents'],
  'export.paper': ['纸张', 'Paper'],
  'export.portrait': ['纵向', 'Portrait'],
  'export.landscape': ['横向', 'Landscape'],
  'export.save': ['保存…', 'Save…'],
  'export.print': ['打印', 'Print'],
  'export.saved': ['已保存 {name}', 'Saved {name}'],
  'export.printed': ['已打开打印用的 PDF', 'Opened the PDF to print'],

  'evidence.label': ['原文与出处', 'Evidence'],
  'evidence.close': ['关闭', 'Close'],
  'evidence.confidence': ['可信 {value}', 'confidence {value}'],
  'evidence.unsure': ['待核对 {value}', 'to check {value}'],
  'evidence.rejected': ['已标为不是数据', 'Marked as not a figure'],
  'evidence.reject': ['不是数据', 'Not a figure'],
  'evidence.restore': ['恢复', 'Restore'],
  'evidence.ledger': ['互相印证', 'Against other figures'],
  'evidence.ledger.none': ['没有可与之比较的其他数字', 'No other figures to compare with'],
  'evidence.basis': ['识别依据', 'Recognised by'],
  'evidence.of': ['{index} / {count}', '{index} / {count}'],
  'evidence.previous': ['上一条', 'Previous'],
  'evidence.next': ['下一条', 'Next'],

  'field.indicator': ['指标', 'Indicator'],
  'field.measure': ['口径', 'Measure'],
  'field.subject': ['主体', 'Subject'],
  'field.period': ['时期', 'Period'],
  'field.value': ['数值', 'Value'],
  'field.qualifier': ['限定', 'Qualifier'],
  'field.whole': ['占比对象', 'Of'],
  'field.status': ['状态', 'Status'],
  'field.source': ['出处', 'Source'],
  'field.sentence': ['原文', 'Sentence'],
  'field.confidence': ['可信度', 'Confidence'],
  'field.unit': ['单位', 'Unit'],

  'measure.total': ['总量', 'total'],
  'measure.new': ['新增', 'new'],
  'measure.cumulative': ['累计', 'cumulative'],
  'measure.share': ['占比', 'share'],
  'measure.growth': ['增速', 'growth'],
  'measure.change': ['增减', 'change'],
  'measure.rank': ['位次', 'rank'],
  'qualifier.exact': ['精确', 'exact'],
  'qualifier.about': ['约', 'about'],
  'qualifier.above': ['以上', 'above'],
  'qualifier.below': ['以下', 'below'],
  'qualifier.range': ['区间', 'range'],
  'status.actual': ['实际值', 'actual'],
  'status.planned': ['目标', 'planned'],

  'indicators.search': ['查找指标', 'Find an indicator'],
  'indicators.none': ['没有这样的指标', 'No such indicator'],
  'indicators.count': [
    '{observations} 条 · {places} 地 · {periods} 期',
    '{observations} figures · {places} places · {periods} periods',
  ],
  'indicators.any-place': ['最近有数据的地区', 'Latest place with figures'],
  'indicators.any-period': ['最近有数据的时期', 'Latest period with figures'],
  'indicators.observations': ['{count} 条观测', '{count} observations'],

  'observations.filter.place': ['全部主体', 'All subjects'],
  'observations.filter.indicator': ['指标', 'Indicator'],
  'observations.filter.period': ['全部时期', 'All periods'],
  'observations.filter.rejected': ['含已排除', 'Rejected too'],
  'observations.filter.clear': ['清除筛选', 'Clear filters'],
  'observations.total': ['{count} 条', '{count} rows'],
  'observations.copy': ['复制所选 {count} 条', 'Copy {count} selected'],
  'observations.copy-all': ['复制全部', 'Copy all'],
  'observations.copied': ['已复制 {count} 条，可粘贴到表格', 'Copied {count} rows'],
  'observations.save': ['保存为 CSV…', 'Save as CSV…'],
  'observations.saved': ['已保存 {name}', 'Saved {name}'],
  'observations.none': ['没有符合条件的观测', 'No observations match'],
  'observations.table': ['观测数据表', 'Observations'],
  'observations.page': ['版面「{name}」', 'Page “{name}”'],
  'observations.file': ['观测数据', 'observations'],

  'pages.file': ['文件', 'File'],
  'pages.newspaper': ['报纸 · 版次', 'Newspaper · page'],
  'pages.date': ['刊期', 'Issue date'],
  'pages.home': ['本报所在地', 'Home'],
  'pages.articles': ['文章', 'Articles'],
  'pages.observations': ['观测', 'Observations'],
  'pages.unknown': ['未知', 'unknown'],
  'pages.edit': ['改刊期、地区', 'Set date, place'],
  'pages.remove': ['移除', 'Remove'],
  'pages.remove.title': ['移除「{name}」？', 'Remove “{name}”?'],
  'pages.remove.text': [
    '这份版面和从中读出的 {count} 条观测会一起从资料库中移除。原文件不受影响。',
    'The page and its {count} observations leave the library. The file itself stays.',
  ],
  'pages.removed': ['已移除「{name}」', 'Removed “{name}”'],
  'pages.edit.title': ['「{name}」的刊期与地区', 'Date and place of “{name}”'],
  'pages.edit.text': ['改动后会重新识别这份版面。', 'The page is read again afterwards.'],
  'pages.imported-at': ['导入于 {date}', 'Imported {date}'],
  'pages.none': ['资料库里还没有版面', 'No pages yet'],
  'pages.show': ['查看观测', 'Show observations'],

  'common.cancel': ['取消', 'Cancel'],
  'common.close': ['关闭', 'Close'],
  'common.loading': ['正在读取…', 'Loading…'],

  'error.empty': ['文件是空的', 'The file is empty'],
  'error.binary': ['不是文本文件，读不出文字', 'Not a text file'],
  'error.directory': ['这是文件夹；请选其中的文件', 'A folder; choose the files in it'],
  'error.permission': ['没有权限读取，请检查文件权限', 'No permission to read it'],
  'error.too-large': ['文件超过 64 MB，请拆分后再导入', 'Larger than 64 MB; split it first'],
  'error.encoding': ['认不出文字编码，请另存为 UTF-8 再导入', 'Unknown encoding; save it as UTF-8'],
  'error.not-found': ['找不到这个文件，可能已被移动或删除', 'The file is not there any more'],
  'error.unsupported': ['暂不支持这种文件', 'This kind of file is not supported yet'],
  'error.internal': ['程序内部出错，这份没有导入', 'Internal error; nothing was imported'],
  'error.argument': ['填写的内容用不了', 'What was given cannot be used'],
  'error.write': ['写不进这个位置，请换个地方或文件名', 'Cannot write there; choose another place or name'],
  'error.no-page': ['这份版面已不在资料库中', 'The page is no longer in the library'],
  'error.no-observation': ['这条观测已不在资料库中', 'The observation is no longer in the library'],
  'error.nothing-to-draw': ['没有可画的数字', 'Nothing to draw'],
  'error.chart': ['图没有画成', 'The chart could not be drawn'],
  'error.print': ['没有找到可用的打印程序；可以先导出 PDF', 'No program to print with; export a PDF instead'],
  'error.not-a-library': ['这不是潮位资料库', 'Not a Tidemark library'],
  'error.newer': ['这个资料库由更新版本的潮位建立，请先升级', 'Made by a newer Tidemark; update first'],
  'error.damaged': ['资料库文件已损坏', 'The library file is damaged'],
  'error.locked': ['资料库正被另一个程序使用', 'Another program is using the library'],
  'error.exists': ['那里已有同名文件，请换个名字', 'There is a file of that name; choose another'],
  'error.same-file': ['不能另存为正打开的文件', 'That is the file that is open'],
  'error.full': ['磁盘已满', 'The disk is full'],
  'error.io': ['读写文件时出错', 'A file could not be read or written'],
  'error.sqlite': ['资料库出错', 'The library could not do it'],
  'error.unknown': ['没有成功', 'It did not work'],
} as const satisfies Record<string, readonly [string, string]>;

export type MessageKey = keyof typeof table;

/** Every key there is. */
export const messageKeys = Object.keys(table) as MessageKey[];

/** Whether a key composed at run time has its message. */
export function hasMessage(key: string): key is MessageKey {
  return Object.hasOwn(table, key);
}

/** The message in the language chosen, its {names} filled in. */
export function t(key: MessageKey, values: Record<string, string | number> = {}): string {
  const text: string = table[key][settings.language === 'zh' ? 0 : 1];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}

/** The message of a code that came from Rust; `fallback` when this table does not know it. */
export function coded(prefix: string, code: string, fallback: string = code): string {
  const key = `${prefix}.${code}`;
  return hasMessage(key) ? t(key) : fallback;
}
