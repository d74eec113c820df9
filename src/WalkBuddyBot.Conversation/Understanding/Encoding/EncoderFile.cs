namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>Looks for a file of the encoder and says plainly when it is not there.</summary>
internal static class EncoderFile
{
    /// <summary>All bytes of the file.</summary>
    public static byte[] Read(string path) => File.Exists(path) ? File.ReadAllBytes(path) : throw Absent(path);

    /// <summary>How many bytes it has.</summary>
    public static long Length(string path) => File.Exists(path) ? new FileInfo(path).Length : throw Absent(path);

    private static EncoderException Absent(string path) => new(path, "is not there");
}
