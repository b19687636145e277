using BriefingGen.Sources.Watching;
using Microsoft.Extensions.Time.Testing;

namespace BriefingGen.Tests.Sources.Watching;

public class WatchedFolderTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2031, 5, 14, 6, 0, 0, TimeSpan.Zero));
    private readonly HashSet<string> _known = [];

    [Fact]
    public void A_file_is_given_once_it_has_not_changed_for_a_while()
    {
        using var folder = new SourceFolder();
        var watched = new WatchedFolder(folder.Root, new WatchOptions(), _time);
        folder.Write("a.txt", "half");
        Assert.Empty(Look(watched));

        _time.Advance(TimeSpan.FromSeconds(8));
        folder.Write("a.txt", "half and half");
        Assert.Empty(Look(watched));
        _time.Advance(TimeSpan.FromSeconds(8));
        Assert.Empty(Look(watched));
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal($"{folder.Root}/a.txt", Assert.Single(Look(watched)).Path);
    }

    [Fact]
    public void A_content_is_given_once_under_any_name()
    {
        using var folder = new SourceFolder();
        var watched = new WatchedFolder(folder.Root, new WatchOptions { Settle = TimeSpan.Zero }, _time);
        folder.Write("a.txt", "talks");
        folder.Write("b.txt", "talks");
        var file = Assert.Single(Look(watched));

        _known.Add(file.Hash);
        folder.Write("c/again.txt", "talks");

        Assert.Empty(Look(watched));
        Assert.Equal(file.Path, watched.Finish(file));
        Assert.True(File.Exists(file.Path));
    }

    [Theory]
    [InlineData("a.txt.part")]
    [InlineData("a.txt.TMP")]
    [InlineData(".a.txt")]
    [InlineData("done/a.txt")]
    [InlineData("a.docx")]
    public void What_is_unfinished_done_or_no_article_is_not_given(string name)
    {
        using var folder = new SourceFolder();
        folder.Write(name, "talks");
        var watched = new WatchedFolder(folder.Root, new WatchOptions { Settle = TimeSpan.Zero }, _time);

        Assert.Empty(Look(watched));
    }

    [Fact]
    public void A_file_that_was_read_is_moved_where_the_options_say_so_and_overwrites_nothing()
    {
        using var folder = new SourceFolder();
        folder.Write("done/a.txt", "older");
        folder.Write("a.txt", "talks");
        var watched = new WatchedFolder(
            folder.Root,
            new WatchOptions { Settle = TimeSpan.Zero, MoveToDone = true },
            _time
        );
        var file = Assert.Single(Look(watched));

        var moved = watched.Finish(file);

        Assert.EndsWith("a-2.txt", moved, StringComparison.Ordinal);
        Assert.Equal(("older", "talks"), (File.ReadAllText($"{folder.Root}/done/a.txt"), File.ReadAllText(moved!)));
        Assert.Empty(Look(watched));
    }

    [Fact]
    public void A_folder_that_is_not_there_yet_is_empty()
    {
        var watched = new WatchedFolder("/nowhere/at/all", new WatchOptions(), _time);

        Assert.Empty(Look(watched));
    }

    [Fact]
    public async Task Watching_goes_on_until_it_is_ended()
    {
        using var folder = new SourceFolder();
        using var end = new CancellationTokenSource();
        var watched = new WatchedFolder(folder.Root, new WatchOptions { Settle = TimeSpan.Zero }, _time);
        folder.Write("a.txt", "talks");
        var paths = new List<string>();
        await foreach (var file in watched.WatchAsync(_known.Contains, end.Token))
        {
            _known.Add(file.Hash);
            paths.Add(Path.GetFileName(file.Path));
            await end.CancelAsync();
        }

        Assert.Equal(["a.txt"], paths);
    }

    private IReadOnlyList<WatchedFile> Look(WatchedFolder watched) =>
        watched.Look(_known.Contains, CancellationToken.None);
}
