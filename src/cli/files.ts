/** Reading the files a command is given. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Scenario } from '../scenario/schema.ts';
import { MOST_SCENARIO_CHARACTERS, readScenarioText } from '../scenario/text-file.ts';
import { refuse, WrongInput, type Surroundings } from './command.ts';

/** @throws {WrongInput} when there is no such file, or a larger one than `mostBytes` */
export function readBytes(file: string, { folder }: Surroundings, mostBytes: number): Buffer {
  try {
    const path = resolve(folder, file);
    const { size } = statSync(path);
    if (size > mostBytes) {
      const message = `the file has ${Math.round(size / 1e6)} MB; at most ${mostBytes / 1e6} MB are read`;
      throw refuse(file, [{ path: 'the file', code: 'too-large', message }]);
    }
    return readFileSync(path);
  } catch (error) {
    if (error instanceof WrongInput) throw error;
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const message = missing ? 'the file does not exist' : 'the file cannot be read';
    throw refuse(file, [{ path: 'the file', code: 'not-read', message }]);
  }
}

/** @throws {WrongInput} with every issue of the document */
export function readScenario(file: string, surroundings: Surroundings): Scenario {
  const text = readBytes(file, surroundings, MOST_SCENARIO_CHARACTERS).toString('utf8');
  const result = readScenarioText(text);
  if (!result.ok) throw refuse(file, result.issues);
  return result.scenario;
}

/** @throws {WrongInput} when the text of the file is not JSON */
export function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw refuse(file, [{ path: 'the file', code: 'not-json', message }]);
  }
}
