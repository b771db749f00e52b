import { useState, useSyncExternalStore } from "react";
import type { SettingId } from "../../../kpi";
import type { Failure } from "../../../sales/failure";
import { usePane } from "../../context";

/** The company's settings in force, and how to change one. */
export function useCompany() {
  const { company, onFault } = usePane().services;
  const reading = useSyncExternalStore(company.subscribe, company.now);
  const [saved, setSaved] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  const save = async (id: SettingId, value: number): Promise<void> => {
    setSaved(false);
    setFailure(undefined);
    try {
      const written = await company.save(id, value);
      setSaved(written.ok);
      if (!written.ok) setFailure(written.failure);
    } catch (thrown) {
      onFault(thrown);
    }
  };
  return { reading, saved, failure, save };
}
