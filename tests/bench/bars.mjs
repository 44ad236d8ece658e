// The bars of a chart by ECharts' server-side SVG rendering: reads a table and a size, prints milliseconds as JSON, by the
// clock and on the processor.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const { table, width, height, times } = JSON.parse(readFileSync(0, 'utf8'));
const start = performance.now();
const echarts = await import('echarts');
const load = performance.now() - start;

const [header, ...rows] = table;
const number = (cell) => Number(String(cell).replace(/[^0-9.]/g, '')) || 0;
const bars = rows.map((row) => ({ name: row[0], value: number(row[1]), label: row[1] })).reverse();

const option = {
  animation: false,
  title: { text: header[1] ?? '', subtext: header.slice(2).join(' · ') },
  grid: { left: 8, right: 80, top: 64, bottom: 8, containLabel: true },
  xAxis: { type: 'value' },
  yAxis: { type: 'category', data: bars.map((bar) => bar.name) },
  series: [
    {
      type: 'bar',
      data: bars.map((bar) => bar.value),
      label: { show: true, position: 'right', formatter: (at) => bars[at.dataIndex].label },
    },
  ],
};

function draw() {
  const [from, worked] = [performance.now(), process.cpuUsage()];
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  if (!svg.includes('</svg>')) throw new Error('ECharts drew nothing');
  const { user, system } = process.cpuUsage(worked);
  return [performance.now() - from, (user + system) / 1000];
}

const [first] = draw();
console.log(JSON.stringify({ version: echarts.version, load, first, times: Array.from({ length: times }, draw) }));
