import { useState, useSyncExternalStore } from "react";
import type { RegisterEntry } from "../../../kpi";
import type { Failure } from "../../../sales/failure";
import { usePane } from "../../context";

/** The register in force, and how to change it. */
export function useRegister() {
  const { register } = usePane().services;
  const reading = useSyncExternalStore(register.subscribe, register.now);
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  /** True when the sheet took the entry; otherwise `failure` says why not. */
  const save = async (entry: RegisterEntry): Promise<boolean> => {
    setSaving(true);
    setFailure(undefined);
    try {
      const saved = await register.save(entry);
      if (!saved.ok) setFailure(saved.failure);
      return saved.ok;
    } finally {
      setSaving(false);
    }
  };
  return { reading, isSaving, failure, save };
}
