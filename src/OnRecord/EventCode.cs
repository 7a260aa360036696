namespace OnRecord;

/// <summary>The root codes of PLOVER (Political Language Ontology for Verifiable Event Records): what one actor does to another.</summary>
public enum EventCode
{
    /// <summary>Agrees to do something, promises, or signs an agreement to come.</summary>
    Agree,

    /// <summary>Meets, visits, negotiates, mediates.</summary>
    Consult,

    /// <summary>Praises, endorses, recognises, apologises; diplomatic cooperation.</summary>
    Support,

    /// <summary>Works together in trade, defence or intelligence.</summary>
    Cooperate,

    /// <summary>Gives money, goods, protection or shelter.</summary>
    Aid,

    /// <summary>Gives way: releases, withdraws, resigns, lifts a restriction. Newer editions part it into CONCEDE and RETREAT.</summary>
    Yield,

    /// <summary>Asks, demands, appeals.</summary>
    Request,

    /// <summary>Accuses, criticises, investigates, sues.</summary>
    Accuse,

    /// <summary>Refuses, denies, vetoes, defies.</summary>
    Reject,

    /// <summary>Threatens or warns.</summary>
    Threaten,

    /// <summary>Demonstrates, strikes, blocks streets.</summary>
    Protest,

    /// <summary>Moves or readies forces.</summary>
    Mobilize,

    /// <summary>Reduces relations or aid, expels diplomats.</summary>
    Sanction,

    /// <summary>Arrests, bans, seizes, represses.</summary>
    Coerce,

    /// <summary>Uses violence.</summary>
    Assault,
}
