using System.Buffers;
using System.Collections.Immutable;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Models;

namespace BriefingGen.Language.Tagging;

/// <summary>Gives each word its universal tag, Penn tag and features. Frozen and thread-safe.</summary>
public sealed class EnglishTagger : ILanguageComponent
{
    internal const string Component = "tagger";

    private readonly WordTable _words;
    private readonly LinearModel _weights;
    private readonly FeatureTable _features;

    internal EnglishTagger(WordTable words, ModelFile file)
    {
        _words = words;
        Tags = TagSet.Read(file.Lines("tags"));
        _weights = LinearModel.Read(file.Section("weights"));
        _features = new FeatureTable(file.Lines("features"));
        if (_weights.Classes != Tags.Tags.Length)
        {
            throw new ModelFormatException($"it has {_weights.Classes} classes for {Tags.Tags.Length} tags.");
        }
    }

    /// <inheritdoc/>
    public string Name => "tagger";

    /// <inheritdoc/>
    public Layers Requires => Layers.Reading | Layers.Tokens;

    /// <inheritdoc/>
    public Layers Provides => Layers.Morphology;

    internal TagSet Tags { get; }

    /// <inheritdoc/>
    public void Annotate(Document document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        var result = ImmutableArray.CreateBuilder<Morphology>(document.Tokens.Length);
        foreach (var sentence in document.Sentences)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var length = sentence.End - sentence.First;
            var words = ArrayPool<WordInfo>.Shared.Rent(length);
            var tags = ArrayPool<byte>.Shared.Rent(length);
            for (var i = 0; i < length; i++)
            {
                words[i] = _words.Describe(document.Form(sentence.First + i));
            }

            PerceptronTagger.Tag(words.AsSpan(0, length), _weights, tags);
            for (var i = 0; i < length; i++)
            {
                var (upos, xpos) = Tags.Tags[tags[i]];
                result.Add(new Morphology(upos, xpos, _features.Of(tags[i], words[i].Lower)));
            }

            ArrayPool<WordInfo>.Shared.Return(words);
            ArrayPool<byte>.Shared.Return(tags);
        }

        document.SetMorphology(result.MoveToImmutable());
    }
}
