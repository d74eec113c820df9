using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Conversation.Understanding.Encoding;

namespace WalkBuddyBot.Tests.Conversation.Understanding.Encoding;

/// <summary>What is wrong with the encoder's files is said with the file's name.</summary>
public sealed class EncoderFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("encoder").FullName;

    public EncoderFilesTests()
    {
        foreach (var file in Directory.GetFiles(UnderstandingFolders.Encoder))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }
    }

    [Theory]
    [InlineData("vocab.json")]
    [InlineData("model.json")]
    [InlineData("group1-shard3of7")]
    [InlineData("group1-shard7of7")]
    public void A_missing_file_is_named(string file)
    {
        File.Delete(Path.Combine(_folder, file));

        var wrong = Assert.Throws<EncoderException>(() => UniversalSentenceEncoder.Load(_folder));

        Assert.Contains($"{file} is not there", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("group1-shard2of7", 4_194_303)]
    [InlineData("group1-shard7of7", 2_737_833)]
    public void A_weight_file_of_another_size_is_named(string file, int size)
    {
        using (var stream = File.OpenWrite(Path.Combine(_folder, file)))
        {
            stream.SetLength(size);
        }

        var wrong = Assert.Throws<EncoderException>(() => UniversalSentenceEncoder.Load(_folder));

        Assert.Contains(file, wrong.Message, StringComparison.Ordinal);
        Assert.Contains($"{size} bytes instead of", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vocab.json", "{")]
    [InlineData("vocab.json", "{}")]
    [InlineData("vocab.json", "[[]]")]
    [InlineData("vocab.json", "[[\"a\", -1]]")]
    [InlineData("model.json", "not json")]
    [InlineData("model.json", "{}")]
    [InlineData("model.json", "{\"weightsManifest\":[]}")]
    [InlineData("model.json", "{\"weightsManifest\":[{\"paths\":[],\"weights\":[]}]}")]
    [InlineData("model.json", "{\"weightsManifest\":[{\"paths\":[],\"weights\":[{\"name\":\"a\",\"shape\":[-3]}]}]}")]
    public void A_file_that_is_something_else_is_named(string file, string text)
    {
        File.WriteAllText(Path.Combine(_folder, file), text);

        var wrong = Assert.Throws<EncoderException>(() => UniversalSentenceEncoder.Load(_folder));

        Assert.Contains(file, wrong.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
