/** Duties of an office that nobody tells the person about: no news of them is no breach. Ids in `terms.yaml`. */
export const silentTerms: readonly string[] = ['reg-59fz', 'redirect-59fz', 'transfer-copy-prosecutor'];
