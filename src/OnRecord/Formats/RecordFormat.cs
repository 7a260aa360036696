namespace OnRecord.Formats;

/// <summary>The forms a reading is written in. docs/reference/formats.md describes each.</summary>
public enum RecordFormat
{
    /// <summary>One JSON object a document, each on its line: everything that was read.</summary>
    Jsonl,

    /// <summary>The same objects as one JSON array.</summary>
    Json,

    /// <summary>One line an attribution, by RFC 4180.</summary>
    Csv,

    /// <summary>One JSON object a document in the annotation format of BBC Citron, each on its line.</summary>
    Citron,

    /// <summary>The stand-off annotations of the brat tool.</summary>
    Brat,

    /// <summary>One AnnotationPage of the W3C Web Annotation Data Model a document, in JSON-LD, each on its line.</summary>
    WebAnnotation,

    /// <summary>The quotations of a document in the layout of GDELT's Global Quotation Graph, one JSON object a document, each on its line.</summary>
    QuotationGraph,

    /// <summary>Documents, speakers and statements as entities of FollowTheMoney, one JSON object an entity, each on its line.</summary>
    FollowTheMoney,

    /// <summary>One row an attribution as Apache Parquet, with types and positions.</summary>
    Parquet,
}
