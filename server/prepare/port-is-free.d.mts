export function portIsFree(port: number, host: string): Promise<boolean>;
export function portSentence(port: number): string;
