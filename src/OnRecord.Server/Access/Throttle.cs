using System.Globalization;
using System.Threading.RateLimiting;
using OnRecord.Language;
using OnRecord.Server.Rest;

namespace OnRecord.Server.Access;

/// <summary>How often one may ask. A machine that serves itself is not held back.</summary>
internal static class Throttle
{
    // A person who pages quickly asks for two or three pages a second; a program that wants all takes an export.
    private const int Burst = 300;
    private const int ASecond = 20;

    // A password takes a fifth of a second of a processor to check, and few people need more than three attempts.
    private const int SignInsAMinute = 10;

    public static void Add(IServiceCollection services, ServerOptions options)
    {
        if (!options.HasSignIn) return;
        services.AddRateLimiter(limiter =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(PartitionOf);
            limiter.OnRejected = async (rejected, _) =>
            {
                if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)) rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                await JsonAnswer.Problem(rejected.HttpContext, new OnRecordException(DiagnosticCodes.TooManyRequests, "More was asked for in a short time than the server answers. Wait a little; an export gives everything in one request."));
            };
        });
    }

    private static RateLimitPartition<string> PartitionOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        if (HttpMethods.IsPost(context.Request.Method) && context.Request.Path == "/sign-in")
        {
            return RateLimitPartition.GetFixedWindowLimiter($"sign-in {address}", _ => new FixedWindowRateLimiterOptions { PermitLimit = SignInsAMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });
        }
        var caller = context.Items.ContainsKey(typeof(Caller)) ? $"user {Caller.Of(context).Name}" : $"address {address}";
        return RateLimitPartition.GetTokenBucketLimiter(caller, _ => new TokenBucketRateLimiterOptions { TokenLimit = Burst, TokensPerPeriod = ASecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0 });
    }
}
