namespace OnRecord.Language.Tags;

/// <summary>The word classes of Universal Dependencies. Each member says its tag in the treebanks.</summary>
public enum UniversalTag : byte
{
    /// <summary>X: what is no word of the language.</summary>
    Other,

    /// <summary>ADJ.</summary>
    Adjective,

    /// <summary>ADP: prepositions and the like.</summary>
    Adposition,

    /// <summary>ADV.</summary>
    Adverb,

    /// <summary>AUX: auxiliaries, modals and the copula.</summary>
    Auxiliary,

    /// <summary>CCONJ: and, or, but.</summary>
    Coordinator,

    /// <summary>DET.</summary>
    Determiner,

    /// <summary>INTJ.</summary>
    Interjection,

    /// <summary>NOUN: common nouns.</summary>
    Noun,

    /// <summary>NUM.</summary>
    Numeral,

    /// <summary>PART: not, to, and the possessive 's.</summary>
    Particle,

    /// <summary>PRON.</summary>
    Pronoun,

    /// <summary>PROPN: names.</summary>
    ProperNoun,

    /// <summary>PUNCT.</summary>
    Punctuation,

    /// <summary>SCONJ: that, if, because.</summary>
    Subordinator,

    /// <summary>SYM: currency, per cent and other signs.</summary>
    Symbol,

    /// <summary>VERB: full verbs.</summary>
    Verb,
}
