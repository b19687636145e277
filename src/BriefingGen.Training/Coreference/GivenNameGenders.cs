using System.Globalization;

namespace BriefingGen.Training.Coreference;

/// <summary>
/// Makes the table of given names and their gender (<c>name-genders.tsv</c>) from word vectors: a classifier learns
/// from the seeds below which direction in the vectors tells women's names from men's, and another which words are given
/// names at all. Only what both are sure of is kept. Run by hand, since it needs the vectors.
/// </summary>
internal static class GivenNameGenders
{
    private const int Rounds = 300;
    private const double Rate = 2;
    private const double Penalty = 2e-6;
    private const double SureName = 0.90;
    private const double LikelyGender = 0.80;
    private const double SureGender = 0.97;

    private const string Men =
        "john james robert michael william david richard joseph thomas charles daniel matthew anthony mark donald "
        + "steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary "
        + "nicholas eric stephen jonathan larry scott brandon frank benjamin gregory samuel raymond patrick jack dennis "
        + "peter henry walter arthur albert harold carl simon vladimir sergei dmitry ivan igor boris oleg mikhail "
        + "nikolai alexei ahmed mohammed hassan ali omar khalid ibrahim yusuf mustafa hussein tariq carlos juan jose luis "
        + "pedro jorge fernando miguel antonio manuel giovanni marco luca paolo giuseppe hans klaus wolfgang jurgen "
        + "pierre jacques francois michel philippe hiroshi takashi kenji rajesh sanjay vijay anil kofi emmanuel ole lars";

    private const string Women =
        "mary patricia linda barbara elizabeth jennifer maria susan margaret dorothy lisa nancy karen betty helen "
        + "sandra donna carol ruth sharon michelle laura sarah deborah jessica cynthia angela melissa brenda amy anna "
        + "rebecca virginia kathleen pamela martha debra amanda stephanie carolyn christine marie janet catherine frances "
        + "ann joyce diane alice julie heather teresa doris gloria evelyn jean cheryl mildred katherine joan ashley "
        + "judith rose janice nicole judy christina kathy theresa beverly denise tammy irene jane rachel anne elena olga "
        + "natalia svetlana tatiana irina ekaterina yulia fatima aisha leila mariam zainab layla carmen lucia ana isabel "
        + "rosa giulia francesca chiara ingrid greta heidi claudia sophie camille juliette yoko keiko priya lakshmi indira "
        + "sonia astrid kirsten emma olivia sophia grace lucy charlotte";

    // Words beside which a name must be told: surnames, places, common nouns that lie near names in the vectors.
    private const string Others =
        "smith johnson brown jones davis miller wilson moore taylor anderson jackson harris martin thompson garcia "
        + "martinez robinson clark rodriguez lewis lee walker hall allen young hernandez king wright lopez hill green adams "
        + "baker gonzalez nelson carter mitchell perez roberts turner phillips campbell parker evans edwards collins "
        + "london paris berlin moscow texas california florida virginia washington chicago boston georgia jordan syria "
        + "mother father brother sister actress actor queen king duke lady lord minister president the and said but with "
        + "from was were is water house city school team football club band album song film movie book river university "
        + "january monday red blue company bank union party war army police court law island mountain street park church "
        + "saint music art science game player coach season goal album episode character novel poet painter singer";

    // Names that women and men bear: never more than likely.
    private const string Shared =
        "jordan ashley taylor morgan kelly leslie robin jamie casey lee alex sam chris pat terry kim dana "
        + "jean marion laurence dominique andrea nicola sasha jackie charlie max drew cameron dale tracy stacy "
        + "shannon kerry lindsay courtney sidney vivian carol beverly evelyn simone michele gabriele daniele "
        + "ariel angel jan kay noel rene toni jesse riley parker blake logan avery quinn rowan hayden harper "
        + "madison spencer mel nat billie frankie ronnie bobbie stevie alexis francis frances jo joe hilary "
        + "lynn maria jose kaya asha mika nana paris sidney shelby whitney allison alison carter";

    // Titles and the like that the vectors take for names.
    private const string Excluded =
        "captain admiral lieutenant monsignor sheikh sultan oct feb def respectively senator rev gen col sgt "
        + "judge congressman";

    public static void Run(TrainingOptions options, string output)
    {
        var path = options.Embeddings ?? throw new InvalidOperationException("'name-genders' needs --embeddings FILE.");
        var listed = File.ReadLines(Path.Combine(options.Models, "..", "Entities", "given-names.tsv"))
            .Where(static l => l.Length > 0 && l[0] != '#')
            .Select(static l => l.ToLowerInvariant())
            .ToHashSet(StringComparer.Ordinal);
        var vectors = WordVectors.Read(path, static w => w.Length > 2 && w.All(char.IsLetter)).Take(60_000).ToList();
        var byWord = vectors.ToDictionary(static v => v.Word, static v => v.Vector, StringComparer.Ordinal);
        var (men, women) = (Known(Men, byWord), Known(Women, byWord));
        var gender = Fit([.. men.Select(static v => (v, true)), .. women.Select(static v => (v, false))]);
        var others = vectors.Where((_, i) => i % 60 == 0).Select(static v => v.Vector).Concat(Known(Others, byWord));
        var isName = Fit([
            .. men.Concat(women).Select(static v => (v, true)),
            .. others.Select(static v => (v, false)),
        ]);
        var shared = Shared.Split(' ').ToHashSet(StringComparer.Ordinal);
        var excluded = Excluded.Split(' ').ToHashSet(StringComparer.Ordinal);
        var names = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (word, vector) in vectors)
        {
            var male = Probability(gender, vector);
            var sure = Math.Max(male, 1 - male);
            if (
                !excluded.Contains(word)
                && sure >= LikelyGender
                && (listed.Contains(word) || Probability(isName, vector) >= SureName)
            )
            {
                names[word] = (male > 0.5 ? "m" : "f") + (sure >= SureGender && !shared.Contains(word) ? "" : "?");
            }
        }

        using var file = new StreamWriter(output) { NewLine = "\n" };
        file.WriteLine(
            "# Given names: m or f, with a question mark where it is likely only. Made by GivenNameGenders.cs."
        );
        foreach (var (name, mark) in names)
        {
            file.WriteLine($"{name}\t{mark}");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"name-genders: {names.Count} names"));
    }

    private static List<float[]> Known(string words, Dictionary<string, float[]> vectors) =>
        [.. words.Split(' ').Where(vectors.ContainsKey).Select(w => vectors[w])];

    private static double[] Fit(List<(float[] Vector, bool Label)> data)
    {
        var weights = new double[WordVectors.Dimensions + 1];
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (vector, label) in data)
            {
                var step = Rate / (1 + (0.02 * round)) * ((label ? 1 : 0) - Probability(weights, vector));
                for (var i = 0; i < vector.Length; i++)
                {
                    weights[i] += (step * vector[i]) - (Penalty * weights[i]);
                }

                weights[^1] += step;
            }
        }

        return weights;
    }

    private static double Probability(double[] weights, float[] vector)
    {
        var sum = weights[^1];
        for (var i = 0; i < vector.Length; i++)
        {
            sum += weights[i] * vector[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }
}
