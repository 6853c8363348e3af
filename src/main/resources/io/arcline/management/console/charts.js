// Small charts in SVG: one axis, no library, and the figures as a table for whoever wants to read them.
import { byId, element, get } from './api.js';

const SVG = 'http://www.w3.org/2000/svg';
const HEIGHT = 190;
const LABEL = 60;
const LEFT = 44;
const BOTTOM = 24;
const TOP = 12;

function draw(name, attributes, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

/** A round number at or above, whose half is a whole one; 2 at least. */
function nice(value) {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 2)));
  return [1, 2, 4, 6, 10].map((step) => step * power).find((step) => step >= Math.max(value, 2));
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

const HOUR = 3_600_000;

/** How far the marks of the time are apart: round times, and no more of them than have room. */
function marks(minutes, room) {
  const steps = [HOUR / 6, HOUR / 2, 4 * HOUR, 6 * HOUR, 24 * HOUR, 48 * HOUR];
  return steps.find((step) => minutes * 60_000 / step <= room) ?? steps.at(-1);
}

const TIME = { hour: '2-digit', minute: '2-digit' };
const DAY = { weekday: 'short', day: 'numeric' };

function clock(at, form) {
  return new Intl.DateTimeFormat('en-GB', { ...form, timeZone: 'UTC' }).format(new Date(at));
}

/** A chart as wide as its place is. */
function chart({ title, unit, series, stacked }, { buckets, minutes }, room) {
  const figure = element('figure');
  const head = element('figcaption');
  head.append(element('h3', '', title));
  const key = element('p', 'key');
  series.forEach(([, name, colour]) => key.append(element('span', colour, name)));
  head.append(key);
  const values = buckets.map((bucket) => series.map(([, , , of]) => of(bucket)));
  const sums = values.map((each) => (stacked ? each.reduce((a, b) => a + (b ?? 0), 0) : Math.max(0, ...each.map((v) => v ?? 0))));
  const top = nice(Math.max(...sums));
  const width = (room - LEFT) / buckets.length;
  const y = (value) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top);
  const svg = draw('svg', {
    viewBox: `0 0 ${room} ${HEIGHT}`, role: 'img', 'aria-label': `${title}, highest ${label(Math.max(...sums), unit)}`,
  });
  for (const part of [0, 0.5, 1]) {
    svg.append(
      draw('line', { x1: LEFT, x2: room, y1: y(top * part), y2: y(top * part), class: 'grid' }),
      draw('text', { x: LEFT - 6, y: y(top * part) + 4, class: 'scale', 'text-anchor': 'end' }, label(top * part, unit)),
    );
  }
  const begin = Date.parse(buckets[0].at);
  const span = minutes * 60_000;
  const step = marks(minutes, (room - LEFT) / LABEL);
  for (let at = Math.ceil(begin / step) * step; at < begin + span; at += step) {
    const x = LEFT + (room - LEFT) * (at - begin) / span;
    // The last one must not be cut off.
    if (x < room - LABEL / 2) svg.append(draw('text', { x, y: HEIGHT - 6, class: 'scale', 'text-anchor': 'middle' }, clock(at, step < 24 * HOUR ? TIME : DAY)));
  }
  if (stacked) stack(svg, series, values, width, y);
  else lines(svg, series, values, width, y);
  figure.append(head, svg, table(title, series, buckets, values, unit, minutes));
  return figure;
}

function stack(svg, series, values, width, y) {
  values.forEach((of, index) => {
    let below = 0;
    series.forEach(([, , colour], each) => {
      const value = of[each] ?? 0;
      if (value > 0) {
        svg.append(draw('rect', {
          x: LEFT + width * index + 0.5, width: Math.max(1, width - 1), y: y(below + value), height: y(below) - y(below + value), class: colour,
        }));
      }
      below += value;
    });
  });
}

function lines(svg, series, values, width, y) {
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
    row.append(element('td', '', clock(bucket.at, minutes > 1440 ? { ...DAY, ...TIME } : TIME)), ...values[index].map((value) => element('td', '', label(value, unit))));
    body.append(row);
  });
  const top = element('thead');
  top.append(head);
  made.append(top, body);
  details.append(made);
  return details;
}

let history = null;
let drawn = 0;

/** How wide a chart may be. */
function room() {
  const probe = element('figure');
  byId('charts').prepend(probe);
  const { paddingLeft, paddingRight } = getComputedStyle(probe);
  const found = Math.floor(probe.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight));
  probe.remove();
  return found;
}

/** Draws the charts anew; tables that are open stay so. */
function redraw() {
  const charts = byId('charts');
  const open = [...charts.querySelectorAll('details')].map((each) => each.open);
  drawn = charts.clientWidth;
  const width = room();
  charts.replaceChildren(...CHARTS.map((each) => chart(each, history, width)));
  charts.querySelectorAll('details').forEach((each, index) => { each.open = open[index] ?? false; });
}

export async function showCharts() {
  history = await get(`history?minutes=${new FormData(byId('range')).get('minutes')}`);
  redraw();
}

new ResizeObserver(([{ target }]) => {
  if (history && target.clientWidth && target.clientWidth !== drawn) redraw();
}).observe(byId('charts'));
