using System.Text.Json;
using OnRecord.Formats;
using OnRecord.Ledger;
using OnRecord.Server.Web;

namespace OnRecord.Server.Rest;

/// <summary>Pledges, disputes and claims as the API gives them. docs/reference/rest.md lists the fields.</summary>
internal static class ThreadJson
{
    public static void Write(Utf8JsonWriter json, PledgeThread pledge, DateOnly today)
    {
        json.WriteStartObject();
        WriteProperties(json, pledge, today);
        json.WriteEndObject();
    }

    public static void WriteProperties(Utf8JsonWriter json, PledgeThread pledge, DateOnly today)
    {
        json.WriteString("id", pledge.Id);
        json.WriteString("link", PledgeView.LinkOf(pledge).ToString());
        json.WriteString("status", Wording.Of(pledge.StatusOn(today)));
        Parties(json, "pledgers", pledge.Pledgers);
        json.WriteBoolean("binds_members", pledge.BindsMembers);
        json.WriteString("measure", pledge.Measure);
        json.WriteString("comparison", pledge.Comparison is { } comparison ? Wording.Of(comparison) : null);
        if (pledge.Target is { } target) json.WriteNumber("target", target);
        else json.WriteNull("target");
        json.WriteString("unit", pledge.Unit);
        StatementJson.Day(json, "deadline", pledge.Deadline);
        json.WriteString("condition", pledge.Condition);
        json.WriteStartArray("steps");
        foreach (var step in pledge.Steps)
        {
            json.WriteStartObject();
            json.WriteString("move", Wording.Of(step.Move));
            json.WriteString("difference", step.Difference);
            Party(json, "speaker", step.Speaker);
            Citation(json, step.Citation);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, Dispute dispute)
    {
        json.WriteStartObject();
        json.WriteString("id", dispute.Id);
        json.WriteString("link", DisputeView.LinkOf(dispute).ToString());
        Party(json, "subject", dispute.Subject);
        Party(json, "accuser", dispute.Accuser);
        Party(json, "accused", dispute.Accused);
        Parties(json, "parties", dispute.Parties);
        json.WriteStartArray("steps");
        foreach (var step in dispute.Steps)
        {
            json.WriteStartObject();
            json.WriteString("move", Wording.Of(step.Move));
            Party(json, "by", step.By);
            Party(json, "on_behalf_of", step.OnBehalfOf);
            Party(json, "against", step.Against);
            json.WriteString("answers", step.Answers);
            json.WriteString("unjoined", step.Unjoined);
            Citation(json, step.Citation);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, ClaimThread claim)
    {
        json.WriteStartObject();
        WriteProperties(json, claim);
        json.WriteEndObject();
    }

    public static void WriteProperties(Utf8JsonWriter json, ClaimThread claim)
    {
        json.WriteString("id", claim.Id);
        json.WriteString("link", Web.Href.To("claims", claim.Id).ToString());
        json.WriteString("kind", Wording.Of(claim.Kind));
        json.WriteNumber("checkworthy", Math.Round(claim.Checkworthy, 4));
        Parties(json, "speakers", claim.Speakers);
        json.WriteStartArray("reports");
        foreach (var report in claim.Reports)
        {
            json.WriteStartObject();
            Party(json, "speaker", report.Speaker);
            json.WriteNumber("likeness", Math.Round(report.Likeness, 4));
            Citation(json, report.Citation);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void Decisions(Utf8JsonWriter json, IReadOnlyList<CheckDecision> decisions)
    {
        json.WriteStartArray("decisions");
        foreach (var decision in decisions)
        {
            json.WriteStartObject();
            json.WriteNumber("entry", decision.Entry);
            json.WriteString("verdict", Wording.Of(decision.Verdict));
            json.WriteString("reviewer", decision.Reviewer);
            json.WriteString("decided", decision.Decided);
            json.WriteString("note", decision.Note);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void Findings(Utf8JsonWriter json, IReadOnlyList<Finding> findings)
    {
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            FindingJson.Write(json, finding);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Citation(Utf8JsonWriter json, Citation citation)
    {
        json.WriteStartObject("citation");
        json.WriteString("key", citation.Key);
        json.WriteString("words", citation.Words);
        json.WriteString("link", CitationView.LinkOf(citation).ToString());
        json.WriteString("document", citation.Document);
        json.WriteNumber("start", citation.Span.Start);
        json.WriteNumber("end", citation.Span.End);
        json.WriteString("title", citation.Title);
        json.WriteString("publisher", citation.Publisher);
        json.WriteString("url", citation.Url?.OriginalString);
        StatementJson.Day(json, "day", citation.Day);
        json.WriteEndObject();
    }

    private static void Parties(Utf8JsonWriter json, string name, IReadOnlyList<Party> parties)
    {
        json.WriteStartArray(name);
        foreach (var party in parties)
        {
            json.WriteStartObject();
            json.WriteString("key", party.Key);
            json.WriteString("name", party.Name);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Party(Utf8JsonWriter json, string name, Party? party)
    {
        if (party is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteString("key", party.Key);
        json.WriteString("name", party.Name);
        json.WriteEndObject();
    }
}
