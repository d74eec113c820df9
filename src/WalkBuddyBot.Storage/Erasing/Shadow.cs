using System.Security.Cryptography;
using System.Text;

namespace WalkBuddyBot.Storage.Erasing;

/// <summary>
/// What is left of a message's key after its sender was erased: enough to know the message again when a channel sends it once more, and
/// nothing that says who sent it or where.
/// </summary>
internal static class Shadow
{
    public static string Of(string key) => "-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
