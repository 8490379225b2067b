/** Headers of every answer: nothing from elsewhere, nothing framed, nothing remembered, no address passed on. */
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { ownPolicy } from './own-policy.ts';

/** Powers that no page needs: all off. */
const powers = [
  'accelerometer',
  'autoplay',
  'camera',
  'displayCapture',
  'encryptedMedia',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idleDetection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'pictureInPicture',
  'publickeyCredentialsGet',
  'screenWakeLock',
  'serial',
  'usb',
  'xrSpatialTracking',
] as const;

const pageHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'none'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ["'none'"],
  },
  crossOriginEmbedderPolicy: 'require-corp',
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  referrerPolicy: 'no-referrer',
  strictTransportSecurity: 'max-age=31536000; includeSubDomains',
  xContentTypeOptions: 'nosniff',
  xFrameOptions: 'DENY',
  xXssProtection: '0',
  permissionsPolicy: Object.fromEntries(powers.map((power) => [power, []])),
});

/** Every answer gets the headers of a page; a letter opened by itself keeps the stricter policy of its format. */
export const security: MiddlewareHandler = async (c, next) => {
  await pageHeaders(c, next);
  const policy = ownPolicy(c);
  if (policy !== undefined) c.res.headers.set('Content-Security-Policy', policy);
};

/** Search engines see the start pages and no other; nothing with a person's answers is kept by a browser. */
export function privatePages(isPublic: (path: string) => boolean): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    headers.set('X-Robots-Tag', isPublic(c.req.path) ? 'noarchive' : 'noindex, nofollow, noarchive');
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  };
}
