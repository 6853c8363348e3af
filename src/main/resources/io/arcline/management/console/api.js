// The operators' API, as this page asks it.
const MOST_KNOWN = 50;
const known = new Map();

/** What is there, sent only where it is not what was there before. Browsers themselves keep nothing behind a self-signed certificate. */
export async function get(path) {
  const before = known.get(path);
  const answer = await fetch(`/api/${path}`, { cache: 'no-store', headers: before ? { 'If-None-Match': before.tag } : {} });
  if (answer.status === 304) return before.body;
  if (!answer.ok) throw Object.assign(new Error(`${path}: ${answer.status}`), { status: answer.status });
  const body = await answer.json();
  const tag = answer.headers.get('ETag');
  if (tag) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(path, { tag, body });
  }
  return body;
}

export async function post(path, body) {
  const answer = await fetch(`/api/${path}`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
  });
  const found = answer.headers.get('Content-Type')?.startsWith('application/json') ? await answer.json() : null;
  return { ok: answer.ok, status: answer.status, body: found };
}

export async function remove(path) {
  const answer = await fetch(`/api/${path}`, { method: 'DELETE' });
  return { ok: answer.ok, status: answer.status };
}

export function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

export const byId = (id) => document.getElementById(id);

/** Says something to whoever looks, and to whoever listens. */
export function news(text) {
  byId('news').textContent = text;
}

export function ago(time, now = Date.now()) {
  const seconds = Math.max(0, Math.round((now - Date.parse(time)) / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor(seconds / 60) % 60} min`;
}
