using System.Collections.Immutable;
using BriefingGen.Language;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;
using BriefingGen.Sources;
using BriefingGen.Sources.Decoding;
using BriefingGen.Sources.Inputs;
using BriefingGen.Sources.PlainText;

namespace BriefingGen;

/// <summary>Prints the linguistic analysis of texts as CoNLL-U: the whole of a text, in order, nothing dropped.</summary>
internal sealed class TextParser(LanguagePipeline language, ReadOptions options)
{
    /// <summary>Analyses the inputs one after another.</summary>
    /// <param name="inputs">Files, folders, patterns, <c>-</c>.</param>
    /// <param name="conllu">True where the inputs are CoNLL-U, whose words and sentences are kept.</param>
    /// <param name="openInput">Opens standard input.</param>
    /// <param name="output">Where the CoNLL-U goes.</param>
    /// <param name="cancellationToken">Ends the work between sentences.</param>
    /// <returns>How many inputs were analysed, and those that could not be.</returns>
    public async Task<ParseReport> ParseAsync(
        IReadOnlyList<string> inputs,
        bool conllu,
        Func<Stream> openInput,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        var parsed = 0;
        var setAside = ImmutableArray.CreateBuilder<SetAside>();
        foreach (var found in InputExpander.Expand(inputs, options))
        {
            var problem =
                found.SetAside
                ?? await ParseOneAsync(found, conllu, openInput, output, cancellationToken).ConfigureAwait(false);
            if (problem is null)
            {
                parsed++;
            }
            else
            {
                setAside.Add(problem);
            }
        }

        return new ParseReport(parsed, setAside.ToImmutable());
    }

    private async Task<SetAside?> ParseOneAsync(
        FoundInput found,
        bool conllu,
        Func<Stream> openInput,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var stream = found.RealPath is { } path
                ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16)
                : openInput();
            await using (stream.ConfigureAwait(false))
            {
                var loaded = await LoadedBytes
                    .ReadAsync(stream, options, found.Path, cancellationToken)
                    .ConfigureAwait(false);
                if (loaded.SetAside is { } notLoaded)
                {
                    return notLoaded;
                }

                if (TextDecoder.Decode(found.Path, loaded.Bytes.Span, out var decoded) is { } notText)
                {
                    return notText;
                }

                var document = conllu
                    ? KeepWords(decoded!.Text, cancellationToken)
                    : Analyze(decoded!.Text, cancellationToken);
                ConlluWriter.Write(document, output, Path.GetFileNameWithoutExtension(found.Path));
                return null;
            }
        }
        catch (ConlluFormatException exception)
        {
            return new SetAside(found.Path, $"line {exception.Line}", "bad-conllu", exception.Message);
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return new SetAside(found.Path, null, "unreadable", $"cannot be read: {exception.Message}");
        }
    }

    private Document Analyze(string text, CancellationToken cancellationToken)
    {
        var paragraphs = ParagraphLayout.Paragraphs(text, TextLine.Split(text), 0);
        return language.Analyze(
            new SourceText(text),
            [.. paragraphs.Select(span => new TextRegion(span, RegionKind.Paragraph))],
            referenceDate: null,
            cancellationToken
        );
    }

    private Document KeepWords(string text, CancellationToken cancellationToken)
    {
        using var reader = new StringReader(text);
        var document = ConlluDocument.Create(ConlluReader.Read(reader), referenceDate: null);
        language.Annotate(document, cancellationToken);
        return document;
    }
}

/// <summary>What came of parsing.</summary>
/// <param name="Parsed">Inputs that were analysed.</param>
/// <param name="SetAside">Inputs that could not be.</param>
public sealed record ParseReport(int Parsed, ImmutableArray<SetAside> SetAside);
