using BriefingGen.Extraction.Factuality;

namespace BriefingGen.Tests.Extraction.Factuality;

/// <summary>The table of signatures, walked from end to end.</summary>
public class SignatureTests
{
    // Objects and infinitives that English asks for behind these verbs.
    private static readonly HashSet<string> _withPerson =
    [
        .. (
            "force compel lead cause induce oblige get persuade convince allow permit enable let authorize authorise urge call ask "
            + "order press tell push pressure require instruct advise encourage direct beg exhort implore lobby forbid invite "
            + "prevent stop keep bar ban prohibit block deter discourage dissuade hinder restrain save preclude exclude accuse "
            + "suspect convict"
        ).Split(' '),
    ];

    private static readonly HashSet<string> _particles =
    [
        .. "out on up off back away clear short close near ahead around about down against go".Split(' '),
    ];

    [Fact]
    public void Every_signature_says_what_it_says_under_an_affirmed_and_under_a_denied_word()
    {
        foreach (var (pos, lemma, frame, signature) in SignatureLexicon.Rows())
        {
            var affirmed = signature.Under(new Effect(Reality.Actual, false));
            var denied = signature.Under(new Effect(Reality.Actual, true));

            Assert.True(affirmed == signature.Affirmed && denied == signature.Denied, $"{lemma} {pos} {frame}");

            // Under a word that is itself open nothing becomes a fact, but for what is taken for granted.
            var open = signature.Under(new Effect(Reality.Possible, false));
            Assert.True(
                open.Reality is Reality.Possible or Reality.Reported || signature.IsPresupposed,
                $"{lemma} {pos} {frame}"
            );
        }
    }

    [Fact]
    public void No_entry_stands_twice()
    {
        var keys = SignatureLexicon.Rows().Select(r => $"{r.Pos} {r.Lemma} {r.Frame}").ToList();

        Assert.Equal(keys.Count, keys.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Nearly_every_verb_is_read_so_in_a_sentence_and_in_its_denial()
    {
        var (read, wrong) = (0, new List<string>());
        foreach (var (pos, lemma, frame, signature) in SignatureLexicon.Rows())
        {
            if (pos != SignatureLexicon.Verb || Complement(lemma, frame) is not { } complement)
            {
                continue;
            }

            foreach (
                var (sentence, effect) in new[]
                {
                    ($"The admiral did {complement}.", signature.Affirmed),
                    ($"The admiral did not {complement}.", signature.Denied),
                }
            )
            {
                read++;
                var told = ReadSentence.Told(sentence, "attack");
                if (told != ReadSentence.Told(effect))
                {
                    wrong.Add($"{told} for {ReadSentence.Told(effect)}: {sentence}");
                }
            }
        }

        // The rest is for the parser, which meets no such sentence in a newspaper.
        Assert.True(wrong.Count * 100 < read * 12, $"{wrong.Count} of {read}:\n{string.Join('\n', wrong)}");
    }

    private static string? Complement(string lemma, string frame)
    {
        var words = lemma.Split('_');
        var verb =
            words.Length == 1 ? lemma
            : _particles.Contains(words[1]) ? $"{words[0]} {words[1]}"
            : $"{words[0]} the {words[1]}";
        var person = _withPerson.Contains(lemma) ? " Sweden" : "";
        return frame switch
        {
            "inf" => $"{verb}{person} to attack Finland",
            "ing" => $"{verb} attacking Finland",
            "that" => $"{verb} that Sweden attacks Finland",
            "past" => $"{verb} that Sweden had attacked Finland",
            "np" => $"{verb} an attack on Finland",
            "the" => $"{verb} the attack on Finland",
            "from" or "of" => $"{verb}{person} {frame} attacking Finland",
            _ => null,
        };
    }
}
