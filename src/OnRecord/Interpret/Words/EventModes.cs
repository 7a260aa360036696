using OnRecord.Interpret.Clauses;

namespace OnRecord.Interpret.Words;

/// <summary>The modes of PLOVER that a single word shows; where none does, the mode stays open.</summary>
internal static class EventModes
{
    /// <summary>The mode of an event; null where the words do not say.</summary>
    public static string? Of(ArticleView view, Clause clause, EventCode code)
    {
        var words = new List<string> { view.Lemma(clause.Predicate) };
        if (clause.Object >= 0) words.Add(view.Lemma(clause.Object));
        if (clause.Complement >= 0) words.Add(view.Lemma(clause.Complement));
        foreach (var word in words)
        {
            if (Of(code, word) is { } mode) return mode;
        }
        return null;
    }

    private static string? Of(EventCode code, string word) => (code, word) switch
    {
        (EventCode.Consult, "visit" or "travel" or "tour" or "arrive" or "receive" or "host") => "visit",
        (EventCode.Consult, "phone" or "telephone") => "phone",
        (EventCode.Consult, "mediate" or "mediation") => "mediate",
        (EventCode.Reject, "veto") => "veto",
        (EventCode.Reject, "yield" or "relent") => "yield",
        (EventCode.Accuse, "investigate" or "probe" or "investigation" or "inquiry") => "investigate",
        (EventCode.Accuse, "sue" or "indict" or "charge" or "prosecute") => "allege",
        (EventCode.Accuse, "condemn" or "criticize" or "criticise" or "denounce" or "blame") => "disapprove",
        (EventCode.Protest, "strike") => "strike",
        (EventCode.Protest, "riot") => "riot",
        (EventCode.Protest, "boycott") => "boycott",
        (EventCode.Protest, "march" or "rally" or "demonstrate" or "protest") => "demo",
        (EventCode.Coerce, "arrest" or "detain" or "imprison" or "jail" or "convict" or "sentence") => "arrest",
        (EventCode.Coerce, "seize" or "confiscate") => "seize",
        (EventCode.Coerce, "ban" or "prohibit" or "outlaw") => "ban",
        (EventCode.Coerce, "expel" or "deport") => "deport",
        (EventCode.Coerce, "censor" or "censorship") => "censor",
        (EventCode.Coerce, "hack" or "cyberattack") => "cyber",
        (EventCode.Assault, "bomb" or "bombing") => "explosives",
        (EventCode.Assault, "shoot") => "firearms",
        (EventCode.Assault, "shell" or "shelling" or "mortar") => "heavy-weapons",
        (EventCode.Assault, "airstrike") => "aerial",
        (EventCode.Assault, "kidnap" or "abduct" or "hijack") => "abduct",
        (EventCode.Assault, "torture") => "torture",
        (EventCode.Assault, "assassinate") => "assassinate",
        (EventCode.Sanction, "expel" or "expulsion") => "expel",
        (EventCode.Sanction, "suspend" or "halt" or "freeze" or "discontinue") => "discontinue",
        (EventCode.Sanction, "withdraw" or "recall") => "withdraw",
        _ => null,
    };
}
