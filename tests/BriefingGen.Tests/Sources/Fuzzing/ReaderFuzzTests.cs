using BriefingGen.Sources;
using BriefingGen.Sources.Inputs;
using CsCheck;

namespace BriefingGen.Tests.Sources.Fuzzing;

public class ReaderFuzzTests
{
    [Fact]
    public void Damaged_files_of_every_kind_are_read_or_set_aside()
    {
        var fuzz = new ReaderFuzz();
        var failures = new List<string>();
        for (var seed = 1; seed <= 400; seed++)
        {
            var (name, bytes) = fuzz.Case(seed);
            if (fuzz.Check(name, bytes) is { } failure)
            {
                failures.Add($"seed {seed}, {name}: {failure}");
            }
        }

        Assert.Empty(failures);
    }

    [Fact]
    public void Sound_files_of_every_kind_are_read()
    {
        var options = new ReadOptions(SourceFolder.Today);
        foreach (var (name, bytes) in ReaderFixtures.All())
        {
            var results = FileReaders
                .Read(
                    name,
                    FileKinds.ByName(name.Replace(".gz", "", StringComparison.Ordinal)),
                    name.EndsWith(".gz", StringComparison.Ordinal) ? ReaderFixtures.Warc(false) : bytes,
                    null,
                    options,
                    CancellationToken.None
                )
                .ToList();
            Assert.True(results.Exists(r => r.Article is not null), name);
        }
    }

    [Fact]
    public void Random_bytes_under_any_name_are_read_or_set_aside()
    {
        var fuzz = new ReaderFuzz();
        var names = ReaderFixtures.All().Select(f => f.Name).Append("unknown").ToArray();
        Gen.Byte.Array[0, 400].Sample(bytes => names.All(name => fuzz.Check(name, bytes) is null), iter: 100);
    }
}
