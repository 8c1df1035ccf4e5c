import type { ApiKeyCredentials } from 'notbank-rx';

/** A fault that the exchange can be asked for. */
export interface Fault {
  readonly name: string;
  readonly label: string;
  readonly title: string;
}

/** What the page is told by the program that serves it. */
export interface Settings {
  readonly gateway: string;
  /** Whom to log in; without one there is public data alone. */
  readonly login?: ApiKeyCredentials;
  readonly faults: readonly Fault[];
}

/** Asks for the settings. */
export const readSettings = async (): Promise<Settings> => {
  const response = await fetch('/settings.json');
  return (await response.json()) as Settings;
};
