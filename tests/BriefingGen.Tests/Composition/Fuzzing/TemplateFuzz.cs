using System.Globalization;
using System.Text;
using BriefingGen.Composition;
using BriefingGen.Rendering;
using BriefingGen.Rendering.Excel;
using BriefingGen.Rendering.Html;
using BriefingGen.Rendering.Json;
using BriefingGen.Rendering.Markdown;
using BriefingGen.Rendering.Pdf;
using BriefingGen.Sources;

namespace BriefingGen.Tests.Composition.Fuzzing;

/// <summary>
/// Damages the files of a template folder, and makes a brief with it. A case is its seed: the same seed damages the same
/// files in the same way. There may come a brief or the named error of a configuration; nothing else, and soon.
/// </summary>
internal sealed class TemplateFuzz : IDisposable
{
    // A secondary thread has no more on the smallest of the systems that the program runs on.
    private const int StackBytes = 1536 * 1024;
    private const int LongestMessage = 4_000;

    // Of the processor's time, not the wall's: a busy machine is no fault of a template's.
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(60);

    private readonly IReadOnlyDictionary<string, byte[]> _sound = TemplateFixtures.All();
    private readonly string[] _names;
    private readonly string _folder = Directory.CreateTempSubdirectory("fuzzed").FullName;

    public TemplateFuzz() => _names = [.. _sound.Keys];

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The files that a seed damages.</summary>
    public IReadOnlyDictionary<string, byte[]> Case(int seed)
    {
        var random = new Random(seed);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        for (var n = random.Next(4) == 0 ? 2 : 1; n > 0; n--)
        {
            var name = _names[random.Next(_names.Length)];
            files[name] = Damaged(name, files.GetValueOrDefault(name) ?? _sound[name], random);
        }

        return files;
    }

    /// <summary>Makes a brief of the sound folder with some files in place of its own; null where all is well, else what was wrong.</summary>
    /// <param name="files">The files.</param>
    /// <param name="everyFormat">True to render PDF and workbook as well as text.</param>
    public string? Check(IReadOnlyDictionary<string, byte[]> files, bool everyFormat)
    {
        foreach (var (name, bytes) in _sound)
        {
            File.WriteAllBytes(Path.Combine(_folder, name), files.GetValueOrDefault(name) ?? bytes);
        }

        string? wrong = null;
        var start = Environment.CpuUsage.TotalTime;
        var worker = new Thread(() => wrong = Try(everyFormat), StackBytes) { Name = "Template" };
        worker.Start();
        worker.Join();
        var took = Environment.CpuUsage.TotalTime - start;
        return wrong ?? (took > TooLong ? $"took {took} of processor time" : null);
    }

    private string? Try(bool everyFormat)
    {
        try
        {
            var templates = TemplateSet.Load(_folder);
            var desk = Desk.Load(_folder, []);
            var brief = new BriefComposer().Compose(
                InventedBriefing.Facts(),
                InventedBriefing.Coverage(),
                templates,
                InventedBriefing.Options() with
                {
                    CountryNames = desk.CountryNames,
                    TopicLabels = desk.TopicLabels,
                },
                CancellationToken.None
            );
            foreach (var renderer in Renderers(everyFormat))
            {
                using var output = new MemoryStream();
                renderer.Render(brief, output, CancellationToken.None);
                if (output.Length == 0)
                {
                    return $"{renderer.Format}: nothing was written";
                }
            }

            return null;
        }
        catch (ConfigurationException exception)
        {
            return Wrong(exception.Message);
        }
        catch (Exception exception)
        {
            var text = exception.ToString();
            return text.Length > LongestMessage ? text[..LongestMessage] : text;
        }
    }

    private static string? Wrong(string message) =>
        message.Length is 0 or > LongestMessage
            ? string.Create(CultureInfo.InvariantCulture, $"a message of {message.Length} characters")
        : message.Any(char.IsControl) ? $"a message with control characters: {message}"
        : null;

    private static IEnumerable<IBriefRenderer> Renderers(bool everyFormat) =>
        everyFormat
            ?
            [
                new MarkdownBriefRenderer(),
                new HtmlBriefRenderer(),
                new JsonBriefRenderer(),
                new PdfBriefRenderer(),
                new ExcelBriefRenderer(),
            ]
            : [new MarkdownBriefRenderer(), new HtmlBriefRenderer()];

    private static byte[] Damaged(string name, byte[] bytes, Random random)
    {
        if (random.Next(4) == 0)
        {
            return ByBytes(bytes, random);
        }

        var text = Encoding.UTF8.GetString(bytes);
        var damaged = name.EndsWith(".sbn", StringComparison.Ordinal)
            ? Script(text, random)
            : SettingPieces.Damage(name, text, random);
        return Encoding.UTF8.GetBytes(damaged);
    }

    private static string Script(string text, Random random)
    {
        var piece = string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => ScriptPieces.Next(random)));
        return random.Next(3) switch
        {
            0 => text.Insert(random.Next(text.Length + 1), piece),
            1 => $"{text}\n{piece}\n",
            _ => piece,
        };
    }

    private static byte[] ByBytes(byte[] bytes, Random random)
    {
        var damaged = new List<byte>(bytes);
        for (var n = random.Next(1, 9); n > 0 && damaged.Count > 0; n--)
        {
            var at = random.Next(damaged.Count);
            var length = Math.Min(random.Next(1, 64), damaged.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    damaged[at] = (byte)random.Next(256);
                    break;
                case 1:
                    damaged[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    damaged.RemoveRange(at, length);
                    break;
                case 3:
                    damaged.RemoveRange(at, damaged.Count - at);
                    break;
                case 4:
                    damaged.InsertRange(random.Next(damaged.Count), damaged.GetRange(at, length));
                    break;
                default:
                    damaged.InsertRange(at, Enumerable.Repeat(damaged[at], random.Next(1, 5_000)));
                    break;
            }
        }

        return [.. damaged];
    }
}
