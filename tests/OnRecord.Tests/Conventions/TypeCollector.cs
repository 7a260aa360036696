using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace OnRecord.Tests.Conventions;

/// <summary>Collects every type that the signatures and handles given to it name.</summary>
internal sealed class TypeCollector(MetadataReader metadata, string ownAssembly) : ISignatureTypeProvider<bool, object?>
{
    private readonly HashSet<(string Assembly, string Namespace, string Name)> found = [];
    private readonly HashSet<EntityHandle> seen = [];

    public IEnumerable<(string Assembly, string Namespace, string Name)> Found => found;

    public void Add(EntityHandle handle)
    {
        if (handle.IsNil || !seen.Add(handle)) return;
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition or HandleKind.TypeReference:
                found.Add(Outermost(metadata, handle, ownAssembly));
                break;
            case HandleKind.TypeSpecification:
                metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null);
                break;
            case HandleKind.MethodDefinition:
                Add(metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                Add(metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MemberReference:
                var member = metadata.GetMemberReference((MemberReferenceHandle)handle);
                Add(member.Parent);
                if (member.GetKind() == MemberReferenceKind.Method) member.DecodeMethodSignature(this, null);
                else member.DecodeFieldSignature(this, null);
                break;
            case HandleKind.MethodSpecification:
                var method = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                Add(method.Method);
                method.DecodeSignature(this, null);
                break;
        }
    }

    public void AddLocals(StandaloneSignatureHandle handle)
    {
        if (!handle.IsNil) metadata.GetStandaloneSignature(handle).DecodeLocalSignature(this, null);
    }

    public static (string Assembly, string Namespace, string Name) Outermost(MetadataReader metadata, EntityHandle handle, string ownAssembly)
    {
        while (true)
        {
            if (handle.Kind == HandleKind.TypeDefinition)
            {
                var type = metadata.GetTypeDefinition((TypeDefinitionHandle)handle);
                if (type.GetDeclaringType() is { IsNil: false } outer) handle = outer;
                else return (ownAssembly, metadata.GetString(type.Namespace), metadata.GetString(type.Name));
            }
            else
            {
                var type = metadata.GetTypeReference((TypeReferenceHandle)handle);
                if (type.ResolutionScope.Kind == HandleKind.TypeReference) handle = type.ResolutionScope;
                else return (Scope(type.ResolutionScope), metadata.GetString(type.Namespace), metadata.GetString(type.Name));
            }
        }

        string Scope(EntityHandle scope) => scope.Kind == HandleKind.AssemblyReference
            ? metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name)
            : ownAssembly;
    }

    public bool GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Added(handle);

    public bool GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => Added(handle);

    public bool GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => Added(handle);

    public bool GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) => true;

    public bool GetArrayType(bool elementType, ArrayShape shape) => true;

    public bool GetByReferenceType(bool elementType) => true;

    public bool GetFunctionPointerType(MethodSignature<bool> signature) => true;

    public bool GetGenericInstantiation(bool genericType, ImmutableArray<bool> typeArguments) => true;

    public bool GetGenericMethodParameter(object? genericContext, int index) => true;

    public bool GetGenericTypeParameter(object? genericContext, int index) => true;

    public bool GetPinnedType(bool elementType) => true;

    public bool GetPointerType(bool elementType) => true;

    public bool GetPrimitiveType(PrimitiveTypeCode typeCode) => true;

    public bool GetSZArrayType(bool elementType) => true;

    private bool Added(EntityHandle handle)
    {
        Add(handle);
        return true;
    }
}
