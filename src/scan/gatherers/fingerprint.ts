import { withoutQuery } from '../computed/initiator-chain.ts';
import { parseStack } from '../computed/parse-stack.ts';
import type { Gatherer, GatherRun, HookReport, HookSend } from '../gatherer.ts';
import { observeWrite } from '../page/observe-write.ts';

/** Ways to read what sets a device apart. Runs inside the page, as text. */
function hook(report: HookSend): void {
  const told = new Set<string>();
  const tell = (name: string) => {
    // The same read a thousand times is one observation; each script may make it.
    if (told.size > 400) return;
    const at = new Error();
    const key = `${name} ${at.stack?.split('\n').slice(2, 5).join()}`;
    if (told.has(key)) return;
    told.add(key);
    report({ name }, at);
  };
  const watch = (
    holder: object | undefined,
    method: string,
    name: string,
    isRead?: (self: unknown, args: unknown[]) => boolean,
  ) => {
    const native = holder && (Reflect.get(holder, method) as unknown);
    if (typeof native !== 'function') return;
    const proxy = new Proxy(native, {
      apply(target, self, args) {
        if (!isRead || isRead(self, args)) tell(name);
        return Reflect.apply(target, self, args);
      },
    });
    Reflect.set(holder as object, method, proxy);
  };
  const scope = globalThis as unknown as Record<string, { readonly prototype: object } | undefined>;
  const of = (name: string) => scope[name]?.prototype;
  // What was drawn is read as a picture of its own: text and shapes come out differently on each device.
  const isDrawing = (self: unknown) => {
    const { width = 0, height = 0 } = self as { width?: number; height?: number };
    return width >= 16 && height >= 16;
  };
  watch(of('HTMLCanvasElement'), 'toDataURL', 'canvas', isDrawing);
  watch(of('HTMLCanvasElement'), 'toBlob', 'canvas', isDrawing);
  watch(of('OffscreenCanvas'), 'convertToBlob', 'canvas', isDrawing);
  watch(
    of('CanvasRenderingContext2D'),
    'getImageData',
    'canvas',
    (_, [, , width = 0, height = 0]) => Number(width) * Number(height) >= 256,
  );
  // UNMASKED_VENDOR_WEBGL and UNMASKED_RENDERER_WEBGL: the name of the graphics card.
  const isCard = (_: unknown, [parameter]: unknown[]) => parameter === 37445 || parameter === 37446;
  watch(of('WebGLRenderingContext'), 'getParameter', 'webgl', isCard);
  watch(of('WebGL2RenderingContext'), 'getParameter', 'webgl', isCard);
  watch(of('OfflineAudioContext'), 'startRendering', 'audio');
  watch(of('Navigator'), 'getBattery', 'battery');
  watch(of('NavigatorUAData'), 'getHighEntropyValues', 'client-hints');
  watch(of('RTCPeerConnection'), 'createDataChannel', 'webrtc');
  watch(of('MediaDevices'), 'enumerateDevices', 'media-devices');
  // One font measured is layout; many different ones tell which are installed.
  const MANY = 20;
  const fonts = new Set<string>();
  watch(of('CanvasRenderingContext2D'), 'measureText', 'fonts', (self) => {
    const before = fonts.size;
    fonts.add(String((self as { font?: string }).font).slice(0, 200));
    return fonts.size > before && fonts.size === MANY;
  });
}

function reported(run: GatherRun, { origin, stack, data }: HookReport): void {
  const script = parseStack(stack)[0]?.url;
  // A page without a script of its own to name is told by its address.
  if (script)
    observeWrite(run, {
      kind: 'fingerprint',
      name: String(data.name),
      origin: hostOf(script) ?? origin,
      stack,
    });
}

/** The script's host is who learns what was read. */
const hostOf = (script: string) => URL.parse(withoutQuery(script))?.origin;

/** Reads of what sets a device apart: canvas, graphics card, audio, fonts, battery and the like, by the reading script. */
const fingerprint: Gatherer = {
  id: 'fingerprint',
  hook,
  start: (run) => ({ reported: (report) => reported(run, report) }),
};

export default fingerprint;
