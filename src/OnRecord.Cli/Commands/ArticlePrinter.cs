using System.Text;
using System.Text.Json;
using OnRecord.Formats;

namespace OnRecord.Cli.Commands;

/// <summary>Prints articles without their furniture: as text, or as one JSON object a line.</summary>
internal sealed class ArticlePrinter : IDisposable
{
    private readonly Stream output;
    private readonly Utf8JsonWriter? json;
    private bool isStarted;

    public ArticlePrinter(Stream output, bool isJson)
    {
        this.output = output;
        json = isJson ? new Utf8JsonWriter(output, ArticleJson.Options) : null;
    }

    public void Print(Article article)
    {
        if (json is not null)
        {
            ArticleJson.Write(json, article);
            json.Flush();
            json.Reset();
            output.Write("\n"u8);
            return;
        }
        // The second article and those after it say whose they are, as head and tail do; one alone is text as it stands.
        if (isStarted) output.Write(Encoding.UTF8.GetBytes($"\n==> {article.Raw.Path} <==\n"));
        isStarted = true;
        output.Write(Encoding.UTF8.GetBytes(ArticleText.WithoutFurniture(article) + "\n"));
    }

    public void Dispose()
    {
        json?.Reset(Stream.Null);
        json?.Dispose();
    }
}
