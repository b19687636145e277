using System.Globalization;
using System.Text;

namespace BriefingGen.Language.Documents;

/// <summary>
/// Writes a document as CoNLL-U: the repaired wording, an underscore for every layer that is missing, named entities as
/// <c>NE=B-PER</c> in MISC.
/// </summary>
public static class ConlluWriter
{
    /// <summary>Writes all sentences. Lines end in <c>\n</c> on every system.</summary>
    /// <param name="document">A document with tokens.</param>
    /// <param name="writer">Where to write; stays open.</param>
    /// <param name="id">The document's id, the first part of each <c>sent_id</c>.</param>
    /// <exception cref="InvalidOperationException">The document has no tokens yet.</exception>
    public static void Write(Document document, TextWriter writer, string id)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(writer);
        var entities = EntityTags(document);
        var line = new StringBuilder();
        var region = -1;
        writer.Write($"# newdoc id = {OneLine(id)}\n");
        for (var s = 0; s < document.Sentences.Length; s++)
        {
            var sentence = document.Sentences[s];
            if (sentence.Region != region)
            {
                region = sentence.Region;
                writer.Write("# newpar\n");
            }

            writer.Write(string.Create(CultureInfo.InvariantCulture, $"# sent_id = {OneLine(id)}-{s + 1}\n"));
            writer.Write($"# text = {Text(document, sentence)}\n");
            for (var i = sentence.First; i < sentence.End; i++)
            {
                Append(document, sentence, i, entities, line.Clear());
                writer.Write(line);
            }

            writer.Write('\n');
        }
    }

    /// <summary>The wording of a sentence with single spaces, as its <c># text</c> line has it.</summary>
    public static string Text(Document document, Sentence sentence)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = new StringBuilder();
        for (var i = sentence.First; i < sentence.End; i++)
        {
            text.Append(document.Form(i));
            if (document.Tokens[i].SpaceAfter && i + 1 < sentence.End)
            {
                text.Append(' ');
            }
        }

        return text.ToString();
    }

    private static void Append(Document document, Sentence sentence, int i, string?[]? entities, StringBuilder line)
    {
        var token = document.Tokens[i];
        var number = i - sentence.First + 1;
        if (token.WordsInToken > 1)
        {
            var end = i + token.WordsInToken;
            line.Append(CultureInfo.InvariantCulture, $"{number}-{number + token.WordsInToken - 1}\t");
            for (var part = i; part < end; part++)
            {
                line.Append(document.Form(part));
            }

            line.Append("\t_\t_\t_\t_\t_\t_\t_\t").Append(Space(document.Tokens[end - 1]) ?? "_").Append('\n');
        }

        line.Append(CultureInfo.InvariantCulture, $"{number}\t").Append(document.Form(i)).Append('\t');
        line.Append(document.Present.HasFlag(Layers.Lemmas) ? Field(document.Lemmas[i]) : "_").Append('\t');
        if (document.Present.HasFlag(Layers.Morphology))
        {
            var word = document.Morphology[i];
            line.Append(word.Upos.ToString().ToUpperInvariant()).Append('\t');
            line.Append(Field(word.Xpos)).Append('\t').Append(Field(word.Features)).Append('\t');
        }
        else
        {
            line.Append("_\t_\t_\t");
        }

        if (document.Present.HasFlag(Layers.Syntax))
        {
            var head = document.Syntax.Head(i);
            line.Append(CultureInfo.InvariantCulture, $"{(head < 0 ? 0 : head - sentence.First + 1)}\t");
            line.Append(Field(document.Syntax.Relation(i))).Append("\t_\t");
        }
        else
        {
            line.Append("_\t_\t_\t");
        }

        // Inside a multiword token the space belongs to the token's own line.
        var isPart = token.WordsInToken != 1;
        var misc = string.Join(
            '|',
            new[] { entities?[i], isPart ? null : Space(token) }.Where(static field => field is not null)
        );
        line.Append(misc.Length == 0 ? "_" : misc).Append('\n');
    }

    private static string? Space(Token token) => token.SpaceAfter ? null : "SpaceAfter=No";

    private static string Field(string? value) => string.IsNullOrEmpty(value) ? "_" : value;

    private static string OneLine(string value) => value.ReplaceLineEndings(" ");

    // The contract knows three types; other names are not written.
    private static string?[]? EntityTags(Document document)
    {
        if (!document.Present.HasFlag(Layers.Entities))
        {
            return null;
        }

        var tags = new string?[document.Tokens.Length];
        foreach (var entity in document.Entities)
        {
            var type = entity.Type switch
            {
                EntityType.Person => "PER",
                EntityType.Organization => "ORG",
                EntityType.Location => "LOC",
                _ => null,
            };
            for (var i = entity.First; type is not null && i < entity.End; i++)
            {
                tags[i] = (i == entity.First ? "NE=B-" : "NE=I-") + type;
            }
        }

        return tags;
    }
}
