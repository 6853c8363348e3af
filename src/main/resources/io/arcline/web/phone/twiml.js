// Reads what the server answers to a webhook: the verbs that a phone call follows, in order.
export function read(text) {
  const xml = new DOMParser().parseFromString(text, 'text/xml');
  if (xml.querySelector('parsererror') || xml.documentElement.nodeName !== 'Response') {
    throw new Error('the answer is no TwiML');
  }
  return [...xml.documentElement.children].map((verb) => {
    const relay = verb.querySelector('ConversationRelay');
    return {
      name: verb.nodeName,
      text: verb.textContent.trim(),
      attributes: attributes(verb),
      relay: relay && {
        ...attributes(relay),
        parameters: Object.fromEntries([...relay.querySelectorAll('Parameter')].map((each) =>
          [each.getAttribute('name'), each.getAttribute('value')])),
      },
    };
  });
}

function attributes(element) {
  return Object.fromEntries([...element.attributes].map((each) => [each.name, each.value]));
}
