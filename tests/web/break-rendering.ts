/** Loaded before a real server (node --import): writing a DOCX fails with a message that quotes what was typed. */
import { Packer } from 'docx';
import { canary } from './canary.ts';

const { lastName, firstName, address } = canary;

Packer.toArrayBuffer = () => {
  const error = new Error(`cannot write ${lastName}\n    at ${firstName} (${address}:1:1)\nat ${address}`);
  error.name = `Error of ${lastName}`;
  return Promise.reject(error);
};
