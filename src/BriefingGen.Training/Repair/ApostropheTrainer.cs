using BriefingGen.Language.Models;
using BriefingGen.Language.Text.Repair;

namespace BriefingGen.Training.Repair;

/// <summary>
/// Trains <see cref="ApostropheModel"/>: first the tagger, then, on tags of taggers that had not seen the text, the
/// model of the lost marks. The same seed gives the same weights.
/// </summary>
internal sealed class ApostropheTrainer(WordTable words)
{
    private const int Folds = 3;

    private readonly List<RepairText> _tagged = [];
    private readonly List<RepairText> _plain = [];

    /// <summary>Adds a text.</summary>
    public void Add(LossyText text) => (text.Words.Count > 0 ? _tagged : _plain).Add(RepairText.Read(text, words));

    /// <summary>Trains on what was added.</summary>
    public ModelFile Train(int seed)
    {
        var tags = SurfaceTaggerTrainer.TagsOf(_tagged);
        for (var fold = 0; fold < Folds; fold++)
        {
            var others = SurfaceTaggerTrainer.Train(_tagged.Where((_, i) => i % Folds != fold), tags, seed);
            Tag(_tagged.Where((_, i) => i % Folds == fold), new SurfaceTagger(words, LinearModel.Read(others)));
        }

        var examples = _tagged.SelectMany(text => Examples(text, tags)).ToList();
        var tagger = SurfaceTaggerTrainer.Train(_tagged, tags, seed);
        Tag(_plain, new SurfaceTagger(words, LinearModel.Read(tagger)));
        examples.AddRange(_plain.SelectMany(text => Examples(text, tags)));

        var (weights, scale) = MarkTrainer.Train(examples, seed);
        var file = new ModelFile();
        file.Add("tags", tags.Names);
        file.Add("tagger", tagger);
        file.Add("weights", weights);
        file.Add("scale", scale);
        return file;
    }

    private static void Tag(IEnumerable<RepairText> texts, SurfaceTagger tagger)
    {
        foreach (var region in texts.SelectMany(static text => text.Regions))
        {
            tagger.Tag(region.Views);
        }
    }

    private static IEnumerable<MarkExample> Examples(RepairText text, SurfaceTags tags)
    {
        var features = new uint[ApostropheFeatures.Most];
        var lookup = text.Vocabulary.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var region in text.Regions)
        {
            for (var i = 0; i < region.Words.Count; i++)
            {
                var word = region.Words[i];
                var form = text.Text.Degraded[word.Start..word.End];
                if (word.IsWord && ApostropheFeatures.IsCandidate(form))
                {
                    var count = ApostropheFeatures.Extract(
                        form,
                        region.Views,
                        i,
                        lookup,
                        tags,
                        features,
                        out var formEnd
                    );
                    yield return new MarkExample(
                        features[..count],
                        formEnd,
                        form,
                        (int)RepairText.Gold(text.Text, word)
                    );
                }
            }
        }
    }
}

/// <summary>A word that may have lost its apostrophe.</summary>
/// <param name="Features">Its features.</param>
/// <param name="FormEnd">Behind the features of the word's own form, which come first.</param>
/// <param name="Word">The word.</param>
/// <param name="Class">Where its apostrophe was.</param>
internal sealed record MarkExample(uint[] Features, int FormEnd, string Word, int Class);
