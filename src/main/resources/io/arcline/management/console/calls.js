// Live calls, and one call's journal as a timeline.
import { ago, byId, element, get, news, post, remove } from './api.js';

const MOST = 200;
const MOST_MILLIS = 6000;
const SURE_MILLIS = 8000;
const rows = new Map();
let sure = false;
let chosen = null;

function row(call) {
  const made = element('tr');
  const name = element('th');
  name.scope = 'row';
  const button = element('button', 'call', `…${call.callSid.slice(-8)}`);
  button.type = 'button';
  button.title = call.callSid;
  button.addEventListener('click', () => choose(call.callSid));
  name.append(button);
  made.append(name, element('td', 'doing'), element('td', 'number'), element('td', 'number'), element('td', 'number'));
  return made;
}

function show(call, now) {
  const shown = rows.get(call.callSid) ?? row(call);
  rows.set(call.callSid, shown);
  shown.className = `${call.status}${call.callSid === chosen ? ' chosen' : ''}`;
  const [, doing, turns, since, quiet] = shown.children;
  const text = (cell, words) => { if (cell.textContent !== words) cell.textContent = words; };
  text(doing, call.status === 'live' ? `${call.hotline} / ${call.step}` : `${call.status}, ${call.hotline}`);
  text(turns, String(call.turns));
  text(since, ago(call.startedAt, now));
  text(quiet, ago(call.lastActivityAt, now));
  return shown;
}

async function look() {
  const calls = await get(`calls?limit=${MOST}`);
  const now = Date.now();
  const order = [...calls].sort((a, b) => (b.status === 'live') - (a.status === 'live'));
  const body = byId('call-rows');
  order.forEach((call, index) => {
    const shown = show(call, now);
    if (body.children[index] !== shown) body.insertBefore(shown, body.children[index] ?? null);
  });
  const there = new Set(calls.map((call) => call.callSid));
  for (const [sid, shown] of rows) {
    if (!there.has(sid)) {
      shown.remove();
      rows.delete(sid);
    }
  }
  const live = calls.filter((call) => call.status === 'live').length;
  byId('live').textContent = live === 1 ? '1 live call' : `${live} live calls`;
  byId('live').classList.toggle('some', live > 0);
  byId('no-calls').hidden = calls.length > 0;
}

async function choose(callSid) {
  chosen = callSid;
  for (const [sid, shown] of rows) shown.classList.toggle('chosen', sid === callSid);
  byId('journal-call').textContent = callSid;
  byId('journal').replaceChildren();
  await journal();
}

async function journal() {
  if (!chosen) return;
  const entries = await get(`calls/${encodeURIComponent(chosen)}/journal`);
  const list = byId('journal');
  const began = entries.length ? Date.parse(entries[0].createdAt) : 0;
  // Entries are only ever added.
  entries.slice(list.children.length).forEach((entry) => list.append(item(entry, began)));
}

function item(entry, began) {
  const made = element('li', `${entry.level} ${entry.message.replaceAll(' ', '-')}`);
  const { metadata } = entry;
  const seconds = (Date.parse(entry.createdAt) - began) / 1000;
  made.append(element('time', '', `${seconds.toFixed(1)} s`));
  const what = element('div');
  what.append(element('strong', '', entry.message));
  if (entry.message === 'turn') {
    what.append(element('span', 'detail', `${metadata.event}: ${metadata.from} → ${metadata.hotline}/${metadata.step}`));
    const bar = element('meter');
    // Twilio leaves a server some 400 ms; what a turn costs here should not be seen.
    Object.assign(bar, { min: 0, max: 50, low: 5, high: 20, optimum: 1, value: Math.min(50, metadata.micros / 1000) });
    bar.setAttribute('aria-label', 'Milliseconds');
    what.append(bar, element('span', 'ms', `${(metadata.micros / 1000).toFixed(2)} ms`));
    if (metadata.misunderstood) what.append(element('span', 'detail warn', 'not understood'));
  } else if (entry.message === 'words') {
    if (metadata.heard) what.append(quote('caller', metadata.heard));
    if (metadata.said) what.append(quote('shani', metadata.said));
  } else {
    for (const [name, value] of Object.entries(metadata)) {
      what.append(element('span', 'detail', `${name}: ${typeof value === 'object' ? JSON.stringify(value) : value}`));
    }
  }
  made.append(what);
  return made;
}

/** What somebody said; a long speech scrolls in its place, by keyboard too. */
function quote(who, words) {
  const made = element('q', who, words);
  if (words.length > 600) {
    made.tabIndex = 0;
    made.setAttribute('role', 'group');
    made.setAttribute('aria-label', 'Long speech');
  }
  return made;
}

/** How far this server is with letting its calls go; and whether the chosen call can be moved. */
async function server() {
  const { draining, resumedCalls, movedCalls, lostCalls } = await get('server');
  const open = draining === 'not';
  byId('draining').textContent =
    `${open ? 'Takes calls' : `Draining: ${draining}`} · resumed ${resumedCalls}, moved ${movedCalls}, lost ${lostCalls}`;
  if (!sure) byId('drain').textContent = open ? 'Drain' : 'Take calls again';
  byId('drain').dataset.open = open;
  byId('move').hidden = !rows.get(chosen)?.classList.contains('live');
}

async function drain() {
  const open = byId('drain').dataset.open === 'true';
  if (open && !sure) {
    sure = true;
    byId('drain').textContent = 'Sure? Drain';
    news('Draining takes no new calls, and moves those that are still live in 90 seconds to other servers.');
    setTimeout(() => { sure = false; }, SURE_MILLIS);
    return;
  }
  sure = false;
  const answer = open ? await post('server/drain') : await remove('server/drain');
  const done = open ? 'Draining.' : 'Calls are taken again.';
  news(answer.ok ? done : `Not done: the server answered ${answer.status}.`);
  await server();
}

async function move() {
  const answer = await post(`calls/${encodeURIComponent(chosen)}/move`);
  news(answer.ok ? 'It goes on at another server as soon as its caller has done something.' : 'It is not live here any more.');
}

/** Looks every second, and less often where the answer takes long; only changes are sent. */
export async function watchCalls(visible) {
  byId('drain').addEventListener('click', drain);
  byId('move').addEventListener('click', move);
  for (;;) {
    const began = performance.now();
    if (visible()) {
      try {
        await look();
        await journal();
        await server();
      } catch (away) {
        if (away.status === 403) return;
        news('The server does not answer; trying again.');
      }
    }
    const took = performance.now() - began;
    await new Promise((done) => setTimeout(done, Math.min(MOST_MILLIS, Math.max(1000, took * 10))));
  }
}
