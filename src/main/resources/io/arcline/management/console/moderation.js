// The queue of reports and messages, worked by keyboard: what is decided is gone at once, and can be undone.
import { byId, element, get, news, post } from './api.js';

const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const ACTIONS = {
  pending: ['verify', 'reject', 'edit'],
  verified: ['undo', 'reject', 'edit'],
  rejected: ['undo', 'verify'],
};
const DONE = { verify: 'Published', reject: 'Rejected', edit: 'Changed', undo: 'Undone' };
const LONG = 1500;
let next = null;
let asks = 0;
let last = null;

const filter = () => Object.fromEntries(new FormData(byId('filter')));
const items = () => [...byId('posts').children];
const current = () => document.activeElement?.closest?.('#posts > li') ?? null;

function item(found, board) {
  const made = element('li', found.state);
  made.tabIndex = -1;
  made.post = found;
  made.board = board;
  const words = element('p', 'words', found.content);
  words.dir = 'auto';
  if (found.content.length > LONG) {
    // It scrolls in its place, by keyboard too.
    words.tabIndex = 0;
    words.setAttribute('role', 'group');
    words.setAttribute('aria-label', 'Long post');
  }
  const about = element('p', 'about', `${found.faction ?? 'unsigned'}, ${when.format(new Date(found.created_at))} UTC`);
  made.append(words, about);
  if (found.reason) made.append(element('p', 'reason', `Rejected: ${found.reason}`));
  const actions = element('div', 'actions');
  for (const action of ACTIONS[found.state]) {
    const button = element('button', action === 'verify' ? 'main' : '', action[0].toUpperCase() + action.slice(1));
    button.type = 'button';
    button.addEventListener('click', () => decide(made, action));
    actions.append(button);
  }
  made.append(actions);
  return made;
}

function settle(focus) {
  const all = items();
  all.forEach((each) => { each.tabIndex = -1; });
  const target = focus ?? all[0];
  if (target) target.tabIndex = 0;
  if (focus) focus.focus();
  byId('no-posts').hidden = all.length > 0;
  byId('no-posts').textContent = filter().state === 'pending' ? 'Nothing is waiting. All caught up.' : 'Nothing found.';
  byId('more').hidden = next === null;
}

async function load(more = false) {
  const { board, state, search } = filter();
  const query = new URLSearchParams({ state, limit: '50' });
  if (search.trim()) query.set('search', search.trim());
  if (more && next) query.set('after', next);
  const asked = ++asks;
  const page = await get(`moderation/${board}?${query}`);
  if (asked !== asks) return;
  next = page.next ?? null;
  const made = page.posts.map((each) => item(each, board));
  // Whoever is at a post stays there, if it is still in the list.
  const at = current()?.post.id;
  if (more) byId('posts').append(...made);
  else byId('posts').replaceChildren(...made);
  settle(at === undefined ? null : items().find((each) => each.post.id === at) ?? null);
  await count();
}

async function count() {
  const pages = await Promise.all(['intel', 'messages'].map((board) => get(`moderation/${board}?state=pending&limit=100`)));
  const waiting = pages.reduce((sum, page) => sum + page.posts.length, 0);
  byId('pending').hidden = waiting === 0;
  byId('pending').textContent = pages.some((page) => page.next) ? `${waiting}+` : String(waiting);
}

/** Asks for a reason or for the words as they should be; null where the moderator thinks better of it. */
function ask(title, label, text) {
  const dialog = byId('words');
  const area = byId('words-text');
  byId('words-title').textContent = title;
  byId('words-label').textContent = label;
  dialog.querySelector('button.main').textContent = title;
  area.value = text;
  dialog.returnValue = '';
  dialog.showModal();
  area.focus();
  return new Promise((done) => {
    dialog.addEventListener('close', () => done(dialog.returnValue === 'ok' ? area.value : null), { once: true });
  });
}

async function decide(shown, action) {
  const { post: before, board } = shown;
  if (action !== 'undo' && !ACTIONS[before.state].includes(action)) return;
  const body = { version: before.version };
  if (action === 'reject') body.reason = await ask('Reject', 'Reason', '');
  if (action === 'edit') body.content = await ask('Edit', 'What it says', before.content);
  if (body.reason === null || body.content === null) {
    shown.focus();
    return;
  }
  const answer = await post(`moderation/${board}/${before.id}/${action}`, body);
  if (answer.status === 409) news(`Not done: ${answer.body.error}. It is shown as it is now.`);
  else if (!answer.ok) {
    news(`Not done: the server answered ${answer.status}.`);
    return;
  } else {
    last = { id: before.id, board, version: answer.body.version };
    news(`${DONE[action]}: ${before.content.slice(0, 60)}`);
  }
  replace(shown, answer.ok ? answer.body : answer.body.post, board);
  await count();
}

/** Shows a post as it is now, or takes it out of a list that it does not belong to any more. */
function replace(shown, now, board) {
  const all = items();
  const at = all.indexOf(shown);
  if (now.state === filter().state) {
    const made = item(now, board);
    shown.replaceWith(made);
    settle(made);
  } else {
    shown.remove();
    settle(all[at + 1] ?? all[at - 1] ?? null);
  }
}

async function undoLast() {
  if (!last) return;
  const answer = await post(`moderation/${last.board}/${last.id}/undo`, { version: last.version });
  news(answer.ok ? `Undone: ${answer.body.content.slice(0, 60)}` : 'There is nothing to undo.');
  last = null;
  await load();
}

function move(step) {
  const all = items();
  const at = all.indexOf(current());
  const target = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))];
  if (target) settle(target);
}

const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  v: () => current() && decide(current(), 'verify'),
  r: () => current() && decide(current(), 'reject'),
  e: () => current() && decide(current(), 'edit'),
  u: () => current() && decide(current(), 'undo'),
  z: undoLast,
};

export function startModeration(visible) {
  byId('filter').addEventListener('change', () => load());
  byId('filter').addEventListener('submit', (event) => {
    event.preventDefault();
    load();
  });
  byId('more').addEventListener('click', () => load(true));
  byId('words-cancel').addEventListener('click', () => byId('words').close(''));
  addEventListener('keydown', (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (!visible() || typing || byId('words').open || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });
  setInterval(() => { if (visible() && !current() && !byId('words').open) load().catch(() => {}); }, 10_000);
  return load;
}
