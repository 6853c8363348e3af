// The board, live: what is published appears, what is withdrawn goes, and nothing is ever read as markup.
const LONG = 700;
const when = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC',
});

function article(row) {
  const post = document.getElementById('post').content.firstElementChild.cloneNode(true);
  post.dataset.id = row.id;
  const words = post.querySelector('.words');
  words.textContent = row.content;
  if (row.content.length > LONG) {
    words.tabIndex = 0;
    words.setAttribute('role', 'group');
    words.setAttribute('aria-label', 'Long post');
  }
  post.querySelector('.signed span').textContent = row.faction ?? 'Unsigned';
  const time = post.querySelector('time');
  time.dateTime = row.created_at;
  time.textContent = `${when.format(new Date(row.created_at))} UTC`;
  return post;
}

function board(name) {
  const section = document.getElementById(name);
  const list = section.querySelector('.posts');
  const found = (id) => [...list.children].find((post) => post.dataset.id === id);
  const key = (at, id) => `${String(Date.parse(at)).padStart(16, '0')} ${at} ${id}`;
  const keyOf = (post) => key(post.querySelector('time').dateTime, post.dataset.id);
  const settle = () => { section.querySelector('.empty').hidden = list.children.length > 0; };
  return {
    /** Puts posts in their places, the newest first; tells how many were not there before. */
    post(rows) {
      let fresh = 0;
      for (const row of rows) {
        const post = article(row);
        const old = found(row.id);
        old?.remove();
        fresh += old ? 0 : 1;
        post.classList.add('new');
        const after = [...list.children].find((other) => keyOf(other) < key(row.created_at, row.id));
        list.insertBefore(post, after ?? null);
      }
      settle();
      return fresh;
    },
    remove(ids) {
      ids.forEach((id) => found(id)?.remove());
      settle();
    },
    /** Makes the list exactly these posts. */
    become(rows) {
      const ids = new Set(rows.map((row) => row.id));
      this.remove([...list.children].map((post) => post.dataset.id).filter((id) => !ids.has(id)));
      return this.post(rows.filter((row) => found(row.id)?.querySelector('.words').textContent !== row.content));
    },
  };
}

const boards = { intel: board('intel'), messages: board('messages') };

function announce(fresh) {
  const parts = [];
  if (fresh.intel) parts.push(fresh.intel === 1 ? 'A new report was verified.' : `${fresh.intel} new reports were verified.`);
  if (fresh.messages) parts.push(fresh.messages === 1 ? 'A new message for Scrappy.' : `${fresh.messages} new messages for Scrappy.`);
  if (parts.length) document.getElementById('news').textContent = parts.join(' ');
}

let version = document.body.dataset.version;

function listen() {
  const live = document.querySelector('.live');
  const stream = new EventSource(`/board/live?seen=${encodeURIComponent(version)}`);
  const on = (name, change) => stream.addEventListener(name, (event) => {
    version = event.lastEventId;
    const data = JSON.parse(event.data);
    announce(Object.fromEntries(Object.keys(boards).map((each) => [each, change(boards[each], data[each])])));
  });
  on('all', (each, rows) => each.become(rows));
  on('change', (each, { posted, gone }) => {
    each.remove(gone);
    return each.post(posted);
  });
  stream.addEventListener('open', () => { live.hidden = false; });
  stream.addEventListener('error', () => {
    live.hidden = true;
    if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 30_000 + Math.random() * 30_000);
  });
}

if (version) listen();
