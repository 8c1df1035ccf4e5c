import { of, Subject, throwError } from 'rxjs';
import {
  apiKeyLogin,
  Authenticate2FA,
  AuthenticateUser,
  createClient,
  GetInstruments,
  passwordLogin,
  Ping,
  request$,
  tokenLogin,
  TransportError,
  WebAuthenticateUser,
} from '../../src/index.ts';
import { type Frame, readFrame } from '../../src/frame.ts';
import { type MessageLine, readLine } from '../../src/recording/line.ts';
import { withRecorder } from '../../src/recording/withRecorder.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import type { Transport, Wire } from '../../src/transport/transport.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';

const answer = ({ name }: { readonly name: string }) => (name === 'Ping' ? { msg: 'PONG' } : undefined);
const url = 'ws://exchange.example';

/** What is recorded without its first line, in objects. */
const linesIn = (lines: readonly string[]): readonly unknown[] =>
  lines.slice(1).map((line) => readLine(line));

describe('withRecorder', () => {
  it('writes a line for all that happens, on one socket after another, in order', () => {
    marbles(({ cold, flush }) => {
      const lines: string[] = [];
      const exchange = scriptedExchange({ answer });
      const transport = withRecorder(exchange.transport, (line) => lines.push(line));
      const client = connect({ ...exchange, transport });
      cold('--p').subscribe(() => request$(client, Ping, {}).subscribe());
      cold('----m').subscribe(() => transport.mark('seen', { depth: 7 }));
      cold('------d').subscribe(() => exchange.drop('gone'));
      cold('---------------c').subscribe(() => client.close());
      flush();

      expect(linesIn(lines)).toEqual([
        { t: 2, s: 1, dir: 'open', url },
        { t: 2, s: 1, dir: 'out', text: '{"m":0,"i":2,"n":"Ping","o":"{}"}' },
        { t: 2, s: 1, dir: 'in', text: '{"m":1,"i":2,"n":"Ping","o":"{\\"msg\\":\\"PONG\\"}"}' },
        { t: 4, dir: 'mark', name: 'seen', note: { depth: 7 } },
        { t: 6, s: 1, dir: 'close', why: 'gone' },
        { t: 11, s: 2, dir: 'open', url },
        { t: 15, s: 2, dir: 'close', ours: true },
      ]);
    });
  });

  it('changes nothing of what passes through', () => {
    marbles(({ cold, expectObservable }) => {
      const exchange = scriptedExchange({ answer, opens: false });
      const transport = withRecorder(exchange.transport, () => undefined);
      const dropped = new TransportError('dropped', { code: 1006 });
      cold('--a').subscribe(() => exchange.accept());
      cold('-----d').subscribe(() => exchange.drop());
      expectObservable(transport(url)).toBe(
        '--w--#',
        { w: expect.anything() as unknown },
        new TransportError('dropped'),
      );
      expectObservable(
        withRecorder(
          () => throwError(() => dropped),
          () => undefined,
        )(url),
      ).toBe('#', null, dropped);
    });
  });

  it('says why a socket was refused or lost, as the transport has it', () => {
    const lines: string[] = [];
    const refused = new TransportError('Too many', {
      status: 429,
      retryAfter: 5_000,
      code: 1006,
      isFinal: true,
    });
    const transport = withRecorder(
      () => throwError(() => refused),
      (line) => lines.push(line),
    );
    transport(url).subscribe({ error: () => undefined });
    expect(linesIn(lines)).toMatchObject([
      { s: 1, dir: 'close', code: 1006, why: 'Too many', status: 429, retryAfter: 5_000, isFinal: true },
    ]);
  });

  it('says with what we closed, and that we did; once', () => {
    const lines: string[] = [];
    const exchange = scriptedExchange();
    const transport = withRecorder(exchange.transport, (line) => lines.push(line));
    transport(url).subscribe((wire) => wire.close(4_001, 'enough'));
    transport(url).subscribe((wire) => wire.terminate());
    transport(url).subscribe().unsubscribe();
    expect(linesIn(lines).filter((line) => ((line as MessageLine).dir as string) === 'close')).toMatchObject([
      { s: 1, code: 4_001, why: 'enough', ours: true },
      { s: 2, ours: true },
      { s: 3, ours: true },
    ]);
  });

  it('keeps what a wire can do beside', () => {
    const messages = new Subject<string>();
    const cause = new TransportError('why');
    class ClassWire implements Wire {
      readonly message$ = messages.asObservable();
      private readonly at = 5;
      send = (): void => undefined;
      close = (): void => undefined;
      terminate(): void {
        messages.complete();
      }
      cause(): TransportError {
        return cause;
      }
      heardAt(): number {
        return this.at;
      }
    }
    const wires = new Subject<Wire>();
    let seen: Wire | undefined;
    withRecorder(
      () => wires,
      () => undefined,
    )(url).subscribe((wire) => (seen = wire));
    wires.next(new ClassWire());
    expect([seen?.cause?.(), seen?.heardAt?.()]).toEqual([cause, 5]);
  });

  it('records bytes as their text', () => {
    const lines: string[] = [];
    const exchange = scriptedExchange();
    withRecorder(exchange.transport, (line) => lines.push(line))(url).subscribe();
    exchange.pushText(new TextEncoder().encode('ñ'));
    expect(linesIn(lines).at(-1)).toMatchObject({ dir: 'in', text: 'ñ' });
  });

  it('goes on without a sink that throws, and tells it', () => {
    const exchange = scriptedExchange({ answer });
    const transport = withRecorder(exchange.transport, () => {
      throw new Error('full');
    });
    const client = connect({ ...exchange, transport });
    let said: unknown;
    request$(client, Ping, {}).subscribe((reply) => (said = reply));
    transport.mark('still here');
    client.close();
    let failure = '';
    transport.error$.subscribe(({ message }) => (failure = message));
    expect(said).toEqual({ msg: 'PONG' });
    expect(failure).toBe(
      'The recording has ended: its sink has thrown. What comes from now on is not in it; the connection goes on.',
    );
  });
});

describe('a recording', () => {
  const secret = (name: string): string => `MARK-${name}`;
  const replies: Readonly<Record<string, object>> = {
    AuthenticateUser: {
      Authenticated: true,
      SessionToken: secret('token'),
      Pending2FaToken: secret('pending'),
    },
    Authenticate2FA: {
      Authenticated: true,
      SessionToken: secret('token2'),
      errormsg: 'Invalid code: MARK-9',
    },
    WebAuthenticateUser: { Authenticated: true, SessionToken: secret('token3') },
  };
  const replyTo = ({ name, payload }: Frame) => {
    const Requires2FA = typeof payload === 'object' && payload !== null && 'Password' in payload;
    return { ...replies[name], Requires2FA: name === 'AuthenticateUser' && Requires2FA };
  };
  const recordLogin = (credentials: ReturnType<typeof apiKeyLogin>): readonly string[] => {
    const lines: string[] = [];
    const exchange = scriptedExchange({ answer: replyTo });
    const transport = withRecorder(exchange.transport, (line) => lines.push(line));
    const client = createClient({
      transport,
      credentials,
      url: `wss://ana:MARK-p@exchange.example/?token=MARK-q`,
    });
    client.state$.subscribe();
    exchange.push({
      name: 'SessionEvent',
      payload: { Depth: 1, ApiKey: secret('key'), Nested: [{ Code: 777_777 }] },
    });
    transport.mark('note', { password: secret('note'), depth: 1 });
    exchange.drop(`lost, with token=MARK-why`);
    client.close();
    return lines;
  };

  it.each([
    [
      'an API key',
      apiKeyLogin({
        apiKey: secret('key'),
        secret: secret('secret'),
        userId: 7,
        nonce: () => secret('nonce'),
      }),
    ],
    [
      'a password and a code',
      passwordLogin({
        username: 'ana',
        password: secret('password'),
        code$: () => of(secret('code')),
      }),
    ],
    ['a token', tokenLogin({ sessionToken: secret('session') })],
  ])(
    'holds no secret of a login with %s, of what follows, of an address or of a note',
    (_name, credentials) => {
      const text = recordLogin(credentials).join('\n');
      expect(text).not.toMatch(/MARK|777777/);
      expect(text).toContain('"depth":1');
      expect(text).toMatch(/Depth\\+":1/);
    },
  );

  it('has frames that can be read and decoded, also those that held secrets', () => {
    const codecs = { AuthenticateUser, Authenticate2FA, WebAuthenticateUser };
    const lines = recordLogin(passwordLogin({ username: 'ana', password: 'x', code$: () => of('1') }));
    const frames = lines.flatMap((line) => {
      const read = readLine(line);
      const frame = read?.dir === 'in' || read?.dir === 'out' ? readFrame(read.text) : undefined;
      return frame?._tag === 'Right' ? [frame.right] : [];
    });
    expect(frames.length).toBeGreaterThan(2);
    for (const { name, type, payload } of frames.filter(({ name }) => name in codecs)) {
      const { request, reply } = codecs[name as keyof typeof codecs];
      const codec = type === 1 ? reply : request;
      expect(codec.decode(JSON.parse(String(payload)))._tag).toBe('Right');
    }
  });

  it('is of all clients of one transport', () => {
    const lines: string[] = [];
    const exchange = scriptedExchange({ answer: () => [] });
    const transport: Transport = withRecorder(exchange.transport, (line) => lines.push(line));
    for (const venue of ['one', 'two']) {
      const client = createClient({ transport, url: `wss://${venue}.example/path?x=1` });
      request$(client, GetInstruments, {}).subscribe();
      client.close();
    }
    const opened = linesIn(lines).filter((line) => (line as { readonly dir: string }).dir === 'open');
    expect(opened).toMatchObject([
      { s: 1, url: 'wss://one.example/path' },
      { s: 2, url: 'wss://two.example/path' },
    ]);
  });
});
