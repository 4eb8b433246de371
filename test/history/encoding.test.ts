import { describe, expect, it } from 'vitest';
import { checkSize, guessEncoding } from '../../src/history/encoding.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') =>
  new Uint8Array(Buffer.from(text, encoding));
const encodingOf = (head: Uint8Array) => {
  const guess = guessEncoding(head);
  return guess.ok ? guess.encoding : guess.issues[0]?.code;
};

describe('the encoding of a file', () => {
  it('is told by a byte order mark', () => {
    expect(encodingOf(bytes('\uFEFFa,b'))).toBe('utf-8');
    expect(encodingOf(bytes('\uFEFFa,b', 'utf16le'))).toBe('utf-16le');
    expect(encodingOf(bytes('\uFEFFa,b', 'utf16le').reverse())).toBe('utf-16be');
  });

  it('is told by the bytes without one', () => {
    expect(encodingOf(bytes('début;appels'))).toBe('utf-8');
    expect(encodingOf(bytes('début;appels', 'latin1'))).toBe('windows-1252');
    expect(encodingOf(bytes('start,calls\n', 'utf16le'))).toBe('utf-16le');
    // cut in the middle of a character
    expect(encodingOf(bytes('debut é').subarray(0, -1))).toBe('utf-8');
  });

  it('is refused where there is no text', () => {
    expect(guessEncoding(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]))).toMatchObject({
      ok: false,
      issues: [{ code: 'archive', allowed: 'the files in it, unpacked' }],
    });
    expect(encodingOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe('oldWorkbook');
    expect(encodingOf(new Uint8Array([65, 66, 0, 0, 0, 67]))).toBe('binaryFile');
  });

  it('is not asked of a file too large or empty', () => {
    expect(checkSize(0)).toMatchObject({ code: 'emptyFile' });
    expect(checkSize(200_000_000)).toBeNull();
    expect(checkSize(400_000_001)).toMatchObject({ code: 'fileTooLarge', allowed: 'up to 400 MB' });
  });
});
