// The service as the page sees it: which conversation is mine, and did this message reach you.

const base = new URL('/v3/directline', location.href).href;
export { base as domain };

async function call(method, path, token, body) {
  const answer = await fetch(base + path, {
    method,
    cache: 'no-store',
    headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(15_000)
  });

  if (!answer.ok) {
    throw Object.assign(new Error(`${path} answered ${answer.status}`), {
      status: answer.status,
      retryAfter: 1000 * (Number(answer.headers.get('Retry-After')) || 0)
    });
  }

  return answer.json();
}

// The cookie says who this visitor is, and the service which conversation is theirs. Starting one that exists gives it back,
// so a first visit, a reload and a recovery all take the same two steps.
export async function open(locale) {
  const { token } = await call('POST', '/tokens/generate', undefined, {});
  const started = await call('POST', '/conversations', token, { user: {}, locale });

  return { token: started.token || token, conversationId: started.conversationId };
}

// Sends once more what may have been lost with a connection, unless the service has it already.
export async function sayAgain({ token, conversationId }, activities) {
  const path = `/conversations/${encodeURIComponent(conversationId)}/activities`;
  const kept = await call('GET', `${path}?watermark=0`, token);
  const arrived = new Set(kept.activities.map(activity => activity.channelData?.clientActivityID));

  for (const activity of activities.filter(activity => !arrived.has(activity.channelData.clientActivityID))) {
    await call('POST', path, token, activity);
  }
}

// When a token was made, by the service's own clock; 0 when it does not say.
export function issuedAt(token) {
  try {
    return 1000 * JSON.parse(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/'))).iat || 0;
  } catch {
    return 0;
  }
}
