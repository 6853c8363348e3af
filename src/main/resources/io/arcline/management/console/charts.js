// Small charts in SVG: one axis, no library, and the figures as a table for whoever wants to read them.
import { byId, element, get } from './api.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 560;
const HEIGHT = 190;
const LEFT = 44;
const BOTTOM = 24;
const TOP = 12;

function draw(name, attributes, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

/** A round number at or above. */
function nice(value) {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1e-9)));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value) ?? 1;
}

const CHARTS = [
  { title: 'Calls', unit: '', stacked: true, series: [['calls', 'begun', 'cyan', (b) => b.calls]] },
  {
    title: 'How calls ended', unit: '', stacked: true,
    series: [
      ['goodbye', 'with a goodbye', 'cyan', (b) => b.goodbye],
      ['hung-up', 'hung up', 'sand', (b) => b.hungUp],
      ['lost', 'lost', 'orange', (b) => b.lost],
    ],
  },
  {
    title: 'Turns not understood', unit: ' %',
    series: [['misunderstood', 'of all turns', 'sand', (b) => (b.turns ? 100 * b.misunderstood / b.turns : null)]],
  },
  {
    title: 'Latency of a turn', unit: ' ms',
    series: [
      ['p50', 'half are quicker', 'cyan', (b) => b.p50],
      ['p95', '95 of 100 are quicker', 'orange', (b) => b.p95],
    ],
  },
];

const label = (value, unit) => `${value === null ? '–' : Number(value.toFixed(value < 10 ? 2 : 0))}${unit}`;

function clock(at, minutes) {
  const form = minutes > 1440 ? { weekday: 'short', hour: '2-digit' } : { hour: '2-digit', minute: '2-digit' };
  return new Intl.DateTimeFormat('en-GB', { ...form, timeZone: 'UTC' }).format(new Date(at));
}

function chart({ title, unit, series, stacked }, { buckets, minutes }) {
  const figure = element('figure');
  const head = element('figcaption');
  head.append(element('h3', '', title));
  const key = element('p', 'key');
  series.forEach(([, name, colour]) => key.append(element('span', colour, name)));
  head.append(key);
  const values = buckets.map((bucket) => series.map(([, , , of]) => of(bucket)));
  const sums = values.map((each) => (stacked ? each.reduce((a, b) => a + (b ?? 0), 0) : Math.max(0, ...each.map((v) => v ?? 0))));
  const top = nice(Math.max(...sums, stacked ? 1 : 0.1));
  const width = (WIDTH - LEFT) / buckets.length;
  const y = (value) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top);
  const svg = draw('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': `${title}, highest ${label(Math.max(...sums), unit)}` });
  for (const part of [0, 0.5, 1]) {
    svg.append(
      draw('line', { x1: LEFT, x2: WIDTH, y1: y(top * part), y2: y(top * part), class: 'grid' }),
      draw('text', { x: LEFT - 6, y: y(top * part) + 4, class: 'scale', 'text-anchor': 'end' }, label(top * part, unit)),
    );
  }
  const every = Math.ceil(buckets.length / 6);
  buckets.forEach((bucket, index) => {
    if (index % every === 0) {
      svg.append(draw('text', { x: LEFT + width * index, y: HEIGHT - 6, class: 'scale' }, clock(bucket.at, minutes)));
    }
    if (!stacked) return;
    let below = 0;
    series.forEach(([, , colour], each) => {
      const value = values[index][each] ?? 0;
      if (value > 0) {
        svg.append(draw('rect', {
          x: LEFT + width * index + 0.5, width: Math.max(1, width - 1), y: y(below + value), height: y(below) - y(below + value), class: colour,
        }));
      }
      below += value;
    });
  });
  if (!stacked) {
    series.forEach(([, , colour], each) => {
      let path = '';
      values.forEach((of, index) => {
        const value = of[each];
        const joined = index > 0 && values[index - 1][each] !== null;
        if (value === null) return;
        const x = (LEFT + width * (index + 0.5)).toFixed(1);
        path += `${joined ? 'L' : 'M'}${x} ${y(value).toFixed(1)}`;
        if (!joined) svg.append(draw('circle', { cx: x, cy: y(value), r: 2.5, class: colour }));
      });
      svg.append(draw('path', { d: path, class: `line ${colour}` }));
    });
  }
  figure.append(head, svg, table(title, series, buckets, values, unit, minutes));
  return figure;
}

function table(title, series, buckets, values, unit, minutes) {
  const details = element('details');
  details.append(element('summary', '', 'As a table'));
  const made = element('table');
  made.append(element('caption', 'aside', title));
  const head = element('tr');
  head.append(element('th', '', 'From'), ...series.map(([, name]) => element('th', '', name)));
  const body = element('tbody');
  buckets.forEach((bucket, index) => {
    if (values[index].every((value) => !value)) return;
    const row = element('tr');
    row.append(element('td', '', clock(bucket.at, minutes)), ...values[index].map((value) => element('td', '', label(value, unit))));
    body.append(row);
  });
  const top = element('thead');
  top.append(head);
  made.append(top, body);
  details.append(made);
  return details;
}

export async function showCharts() {
  const history = await get(`history?minutes=${new FormData(byId('range')).get('minutes')}`);
  const open = [...document.querySelectorAll('#charts details')].map((each) => each.open);
  byId('charts').replaceChildren(...CHARTS.map((each) => chart(each, history)));
  document.querySelectorAll('#charts details').forEach((each, index) => { each.open = open[index] ?? false; });
}
